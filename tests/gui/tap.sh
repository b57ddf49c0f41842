# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# For the tests in this folder: steps that speak TAP.  A step that fails ends the test, as the next
# ones would only fail with it, and leaves a screenshot and the tree of widgets in $TL_LOGS.
#
#   plan 2
#   step "the window opens" ui window Tradelines
#   step "it has a list" ui -a tradelines wait list Articles

tap_number=0
tap_app=tradelines

plan() {
  echo "1..$1"
}

step() {
  tap_name=$1
  shift
  tap_number=$((tap_number + 1))
  if tap_said=$("$@" 2>&1); then
    echo "ok $tap_number - $tap_name"
  else
    echo "not ok $tap_number - $tap_name"
    echo "# $*"
    echo "$tap_said" | sed 's/^/# /'
    tap_keep
    exit 1
  fi
}

tap_keep() {
  [ -n "${TL_LOGS-}" ] || return 0
  tap_file=$TL_LOGS/$(basename "$0")
  screenshot "$tap_file.png" >/dev/null 2>&1 && echo "# screen: $tap_file.png"
  ui --timeout 2 -a "$tap_app" tree > "$tap_file.tree" 2>&1 && echo "# widgets: $tap_file.tree"
  return 0
}

# until_true SECONDS COMMAND...: waits until the command succeeds
until_true() {
  tap_until=$(($(date +%s) + $1))
  shift
  until "$@"; do
    [ "$(date +%s)" -lt "$tap_until" ] || return 1
    sleep 0.1
  done
}
