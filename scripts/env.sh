# shellcheck shell=bash
# Sourced by every script here: where the tools are, and the few functions that the scripts share.
#   . scripts/env.sh        tools on the PATH, AXE_JS and SCHEMATHESIS exported
#   web_env                 then cargo and trunk build for wasm32 (its own target folder: target/web)

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
: "${HOME:?is not set: the tools are kept under it}"
export NOMADE_TOOLS="${NOMADE_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/intraparis-nomade}"

TRUNK_VERSION=0.21.14
GECKODRIVER_VERSION=0.37.1
# The command-line tool must equal the library that Cargo.lock names.
WASM_BINDGEN_VERSION="$(awk '$0 == "name = \"wasm-bindgen\"" { getline; gsub(/version = |"/, ""); print; exit }' "$ROOT/Cargo.lock")"

fingerprint() { cat "$@" | cksum | tr ' ' '-'; }
NPM_DIR="$NOMADE_TOOLS/npm-$(fingerprint "$ROOT/scripts/package-lock.json")"
PYTHON_DIR="$NOMADE_TOOLS/python-$(fingerprint "$ROOT/scripts/requirements.txt")"
DEBIAN_RUST="$NOMADE_TOOLS/debian-rust"
DEBIAN_USR="${NOMADE_DEBIAN_USR:-/usr}" # a test puts another folder here
export AXE_JS="$NPM_DIR/node_modules/axe-core/axe.min.js"
export SCHEMATHESIS="$PYTHON_DIR/bin/schemathesis"

# A machine that builds once has no use for what makes the second build quicker, and it is a third of the disk.
[ -z "${CI:-}" ] || export CARGO_INCREMENTAL="${CARGO_INCREMENTAL:-0}"

PATH="$NOMADE_TOOLS/trunk-$TRUNK_VERSION/bin:$NOMADE_TOOLS/wasm-bindgen-$WASM_BINDGEN_VERSION/bin:$NOMADE_TOOLS/geckodriver-$GECKODRIVER_VERSION/bin:$NPM_DIR/node_modules/.bin:$PATH"
case ":$PATH:" in *":$HOME/.cargo/bin:"*) ;; *) PATH="$PATH:$HOME/.cargo/bin" ;; esac
export PATH

say() { printf '%s\n' "$*" >&2; }
have() { command -v "$1" >/dev/null 2>&1; }

# stop WHAT-IS-MISSING COMMAND...: the one message when nothing more can be done from here.
stop() {
  say ""
  say "Cannot go on: $1"
  shift
  if [ $# -gt 0 ]; then
    say "To mend it:"
    local line
    for line in "$@"; do say "    $line"; done
    say "and then the same command again."
  fi
  exit 1
}

# Can the toolchain that this folder uses build for wasm32 as it is?
toolchain_has_wasm() {
  local sysroot
  sysroot="$(cd "$ROOT" && rustc --print sysroot 2>/dev/null)" || return 1
  compgen -G "$sysroot/lib/rustlib/wasm32-unknown-unknown/lib/libstd-*.rlib" >/dev/null
}

# Debian's linker for wasm32: the newest wasm-ld that is installed.
debian_wasm_ld() { (cd "$DEBIAN_USR/bin" 2>/dev/null && ls wasm-ld-[0-9]* 2>/dev/null) | sort -t- -k3 -n | tail -n 1; }

debian_rust_is_whole() {
  [ -x "$DEBIAN_USR/bin/rustc" ] && [ -x "$DEBIAN_USR/bin/cargo" ] && [ -n "$(debian_wasm_ld)" ] &&
    [ -e "$DEBIAN_USR/lib/rustlib/src/rust/library/std/Cargo.toml" ]
}

# From here on cargo, rustc and trunk build the site: by the toolchain's own wasm32 target, or by
# Debian's Rust, which brings the source of std and builds it once (the profile's settings then reach
# std too: some kilobytes less). NOMADE_WASM=debian takes Debian's even where rustup has the target.
web_env() {
  export CARGO_TARGET_DIR="$ROOT/target/web"
  # No path of this machine belongs in what the browser downloads.
  export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}/registry/src= --cfg erase_components"
  if [ "${NOMADE_WASM:-}" != debian ] && toolchain_has_wasm; then return; fi
  mkdir -p "$DEBIAN_RUST/bin"
  local tool
  for tool in cargo rustc rustdoc cargo-clippy clippy-driver; do
    [ -L "$DEBIAN_RUST/bin/$tool" ] || ln -sf "$DEBIAN_USR/bin/$tool" "$DEBIAN_RUST/bin/$tool"
  done
  unset RUSTUP_TOOLCHAIN
  PATH="$DEBIAN_RUST/bin:$PATH"
  export RUSTC="$DEBIAN_RUST/bin/rustc" RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std,panic_abort
  local ld
  ld="$(debian_wasm_ld)"
  export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER="$ld"
}

# Trunk works offline, so that it never downloads a tool by itself; the crates are brought before it starts.
fetch_crates() {
  (cd "$ROOT" && cargo fetch ${CI:+--locked} --quiet --target wasm32-unknown-unknown) ||
    stop "the crates of the site could not be downloaded (cargo's own words stand above)" \
      "cargo fetch    # in $ROOT; it needs the Rust package registry: the network, or the proxy in HTTPS_PROXY"
}

# The reference backend, built; its path is then in BACKEND, exported.
build_backend() {
  say "· building the reference backend"
  (cd "$ROOT" && cargo build --package portal-backend)
  export BACKEND="${CARGO_TARGET_DIR:-$ROOT/target}/debug/portal-backend"
}

# listens HOST PORT: does something answer there?
listens() { (exec 3<>"/dev/tcp/$1/$2") 2>/dev/null; }
