# Named steps with times and one sum at the end, for bin/test and bin/ci. Sourced after lib.sh.

passed=0 failed=0 skipped=0

# step NAME COMMAND...: quiet when all is well; else shows what failed and goes on.
step() {
    local name=$1 log=build/steps/${1// /-}.log started=$SECONDS status counts
    shift
    mkdir -p build/steps
    set +e
    (set -e; "$@") >"$log" 2>&1 </dev/null
    status=$?
    set -e
    read -ra counts < <(awk -f bin/count.awk "$log")
    # A step without tests of its own is one test; so is a broken one in which none failed.
    if [ "$status" = 0 ] && [ "${counts[0]}" = 0 ]; then counts[0]=1; fi
    if [ "$status" != 0 ] && [ "${counts[1]}" = 0 ]; then counts[1]=1; fi
    passed=$((passed + counts[0])) failed=$((failed + counts[1])) skipped=$((skipped + counts[2]))
    printf '%-20s %5d passed %3d failed %3d skipped %4d s\n' \
        "$name" "${counts[@]}" $((SECONDS - started))
    [ "${counts[1]}" = 0 ] || what_failed "$log" | sed 's/^/    /'
}

# aside NAME COMMAND...: begins beside the steps that follow, with what they leave of the machine;
# "step NAME joined NAME" waits for it and tells what came of it.
aside() {
    local log=build/steps/$1.aside
    mkdir -p build/steps
    rm -f "$log.status"
    (
        set +e
        (set -e; nice -n 10 "${@:2}") >"$log" 2>&1 </dev/null
        echo $? >"$log.status"
    ) &
}
joined() {
    local log=build/steps/$1.aside
    until [ -f "$log.status" ]; do sleep 1; done
    cat "$log"
    return "$(<"$log.status")"
}

# The tests that failed; of a step that broke in another way, the end of its log.
what_failed() {
    local tests
    tests=$(awk -v failures=1 -f bin/count.awk "$1")
    if [ -n "$tests" ]; then echo "$tests"; else tail -n 40 "$1"; fi
}

# The last line of a run, and its exit code.
sum_up() {
    echo "$passed passed, $failed failed, $skipped skipped"
    [ "$failed" = 0 ]
}

# unit PRESET [OPTION...]: the test programs that ctest knows, side by side.
unit() { ctest --preset "$1" --verbose --no-tests=error --parallel "$(nproc)" "${@:2}"; }

# scenarios PRESET [WORD [OPTION...]]: those whose path holds the word.
scenarios() {
    local files
    mapfile -t files < <(find test/scenarios -name '*.scenario' -path "*${2:-}*" | sort)
    "build/$1/test/scenario_runner" "${@:3}" "${files[@]}"
}
scenarios_sqlite() { (unset BANSHI_POSTGRES && scenarios release "$@"); }

page_types() { (cd web && npm run --silent check); }
page_units() { (cd web && npm run --silent test); }
page_sizes() { (cd web && npm run --silent sizes); }
page_flows() { (cd web && npm run --silent flows); }

with_postgres() {
    BANSHI_POSTGRES=$(bin/postgres start)
    export BANSHI_POSTGRES
    trap 'bin/postgres stop' EXIT
}
