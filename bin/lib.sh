# What the scripts of this folder share: where things are, what is fresh, how they speak.
# Sourced with the caller's set -euo pipefail.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
export BANSHI_PORT=${BANSHI_PORT:-8080}
export BANSHI_DATA=${BANSHI_DATA:-$root/.data}
export PATH="$root/build/tools/node_modules/.bin:$PATH"
# The compiler's cache serves every copy of the tree.
export CCACHE_BASEDIR=$root CCACHE_NOHASHDIR=1
# UTF-8 for every tool, also on a machine that names no language.
export LC_ALL=C.UTF-8
banshi=build/release/src/banshi

say() { printf '\033[1m%s\033[0m\n' "$*" >&2; }
fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

# Compilers at work: one for each core, but no more than memory holds (2 GB each).
jobs_at_once() {
    local cores memory
    cores=$(nproc)
    memory=$(($(awk '/MemAvailable/ {print $2}' /proc/meminfo) / 2000000))
    echo $((memory < 1 ? 1 : memory < cores ? memory : cores))
}

# fresh NAME FILE...: whether these files are as they were when NAME was last marked.
fresh() { [ -f "build/stamps/$1" ] && [ "$(print_of "${@:2}")" = "$(cat "build/stamps/$1")" ]; }
mark() {
    mkdir -p build/stamps
    print_of "${@:2}" >"build/stamps/$1"
}
print_of() { cat -- "$@" | sha256sum; }

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# build PRESET [TARGET...]: configures once and compiles these, or all; quiet where there is nothing
# to do.
build() {
    [ -f "build/$1/build.ninja" ] || cmake --preset "$1" >"build/$1.log" || fail "see build/$1.log"
    cmake --build --preset "$1" -j "$(jobs_at_once)" ${2:+--target "${@:2}"} |
        { grep -v 'no work to do\|Re-checking' || true; }
}

# with_tools PACKAGE...: Debian packages that only some work needs, beyond bin/packages.txt.
with_tools() {
    dpkg-query -W "$@" >/dev/null 2>&1 && return
    say "Installing Debian packages: $*"
    as_root env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 \
        apt-get install -y -q --no-install-recommends "$@" >build/apt.log 2>&1 ||
        fail "apt-get failed, see build/apt.log"
}

# The second compiler, for its sanitizers and fuzzers; what they find is told by file and line.
with_clang() {
    with_tools clang-16 libclang-rt-16-dev llvm-16
    export ASAN_SYMBOLIZER_PATH=/usr/bin/llvm-symbolizer-16
}
