# Counts the tests in a log: "passed failed skipped". Knows GoogleTest (below ctest or alone), node's
# test runner, and a plain "N passed, N failed". With -v failures=1 it shows what failed instead.

{ sub(/^[0-9]+: /, "") }  # ctest --verbose numbers the lines of each program

/^\[ RUN/ { text = "" }
{ text = text $0 "\n" }

/^\[       OK \]/ { passed++ }
/^\[  FAILED  \] .*\([0-9]+ ms\)$/ { failed++; if (failures) printf "%s", text }
/^\[  SKIPPED \] .*\([0-9]+ ms\)$/ { skipped++ }
# node's: from "not ok" to the dots that end what it says of the fault.
failures && /^ *not ok / { fault = 1 }
fault { print }
/^ *\.\.\.$/ { fault = 0 }
/^(#|ℹ) pass [0-9]+$/ { passed += $3 }
/^(#|ℹ) fail [0-9]+$/ { failed += $3 }
/^(#|ℹ) skipped [0-9]+$/ { skipped += $3 }
/^[0-9]+ passed, [0-9]+ failed/ { passed += $1; failed += $3; if ($6 ~ /^skipped/) skipped += $5 }

END { if (!failures) print passed + 0, failed + 0, skipped + 0 }
