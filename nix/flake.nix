{
  description = "What pikaci's own lanes stage on their host";

  # Two small builds out of this workspace, without nixpkgs, so that any host with Nix can make them.
  outputs =
    { self }:
    let
      build =
        name: script:
        derivation {
          inherit name;
          system = "x86_64-linux";
          builder = "/bin/sh";
          args = [
            "-euc"
            script
          ];
          PATH = "/usr/bin:/bin";
        };
    in
    {
      ci.x86_64-linux = rec {
        # The part that changes seldom: what everything else is built against.
        workspaceDeps = build "pikaci-workspace-deps" ''
          mkdir -p "$out/share"
          cp ${../package-lock.json} "$out/share/package-lock.json"
          grep -c '"version"' "$out/share/package-lock.json" >"$out/share/package-count"
        '';

        # The part that a change touches: checks of the workspace, ready to run in a guest.
        workspaceBuild = build "pikaci-workspace-build" ''
          mkdir -p "$out/bin" "$out/share"
          cp ${../test/lanes/check-bundle} "$out/bin/check-bundle"
          chmod +x "$out/bin/check-bundle"
          echo ${workspaceDeps} >"$out/share/deps"
        '';
      };
    };
}
