{
  description = "A minimal Linux guest for pikaci lanes, built without nixpkgs";

  # Everything it is made of lies in `parts/`, put there by whoever installs this folder on a host
  # (see README.md): a kernel, its modules, static programs. So it builds offline, and in a second.
  outputs =
    { self }:
    {
      packages.x86_64-linux.runner = derivation {
        name = "microvm-qemu-pikaci-guest";
        system = "x86_64-linux";
        builder = "/bin/sh";
        args = [ "${self}/build.sh" ];
        source = self;
        PATH = "/usr/bin:/bin";
      };
    };
}
