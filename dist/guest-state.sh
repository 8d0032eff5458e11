# shellcheck shell=sh
# A function about the guest in whose folder it is called.

# Whether the guest's verdict is in. A guest that ended has a state; one that stays says so itself,
# where its root may put anything, and so no more than that is made of it.
is_done() {
  [ -e state ] || [ -e channel/stays ]
}
