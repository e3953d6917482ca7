import Foundation
import Testing

@testable import driftlint

/// The program with each call of the system failing in turn: it says so and ends with status 2, or does what it would have
/// done; and every file holds what it held or what it is to hold.
@Suite(.enabled(if: BuiltProgram.canFail, "needs the program beside the tests, Linux and clang"))
struct FaultTests {
    private static let source = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Faults.c").path

    /// Runs the command with one call after the other failing. What is printed are lines of what went wrong, and a last
    /// one with the number of calls.
    private static func script(_ command: String, error: Int32, isLasting: Bool) -> String {
        """
        clang -shared -fPIC -O1 -o faults.so '\(source)' -ldl || exit 3
        mkdir -p base/.git; mv en de base; cp -r base after
        (cd after && \(command) >../out.0 2>/dev/null); clean=$?
        for ((n = 0; n < 1000; n++)); do
            rm -rf now mark; cp -r base now
            (cd now && FAULT_AT=$n FAULT_ERROR=\(error) FAULT_MARK=../mark \(isLasting ? "FAULT_LASTING=1" : "") \\
                LD_PRELOAD=$PWD/../faults.so \(command) >../out 2>../err); status=$?
            [ -e mark ] || break
            if [ $status = 2 ] && [ $clean != 2 ]; then
                [ -s err ] || echo "call $n: status 2 without a word"
            elif [ $status != $clean ] || ! cmp -s out out.0; then
                echo "call $n: status $status, not $clean, or another output; $(head -c 300 err)"
            fi
            for file in $(cd now && find . -type f); do
                { cmp -s now/$file base/$file || cmp -s now/$file after/$file; } && continue
                # A report of what could be read.
                [[ $status = 2 && $file = *x.* && $(tail -n 1 now/$file) = "}" ]] || echo "call $n: $file is neither old nor new"
            done
            for file in $(cd base && find . -type f); do [ -e now/$file ] || echo "call $n: $file is gone"; done
            if [ $status != 2 ]; then diff -r now after >/dev/null || echo "call $n: status $status without all that was due"; fi
        done
        echo $n
        """
    }

    private static let commands = [
        "$driftlint --fix --unsafe-fixes", "$driftlint --write-baseline=b.yml",
        "$driftlint -q --output json=x.json --output sarif=de/x.sarif", "$driftlint init", "$driftlint profile",
        "$driftlint align --output-format json",
    ]

    @Test(arguments: commands) func aFailingCallIsToldAndLosesNothing(command: String) throws {
        let ended = try BuiltProgram.run(Self.script(command, error: EIO, isLasting: false))
        #expect(ended.status == 0 && (Int(ended.output.dropLast()) ?? 0) > 20, "\(ended.output) \(ended.errors)")
    }

    @Test(arguments: [EINTR, 0]) func interruptionsAndShortCallsDoNoHarm(error: Int32) throws {
        let script = Self.script("$driftlint --fix --output json=x.json", error: error, isLasting: false)
            .replacing("if [ $status = 2 ]", with: "if false")
        let ended = try BuiltProgram.run(script)
        #expect(ended.status == 0 && (Int(ended.output.dropLast()) ?? 0) > 20, "\(ended.output) \(ended.errors)")
    }

    @Test func aFullDiskLosesNothing() throws {
        let command = "$driftlint --fix --output json=x.json"
        let script = Self.script(command, error: ENOSPC, isLasting: true)
            // Nobody can be told, and nothing be removed, where nothing can be written.
            .replacing("[ -s err ]", with: "true").replacing(
                "for file in $(cd now", with: "rm -f now/*/.driftlint-* now/.driftlint-*; for file in $(cd now")
        let ended = try BuiltProgram.run(script)
        #expect(ended.status == 0 && (Int(ended.output.dropLast()) ?? 0) > 20, "\(ended.output) \(ended.errors)")
    }
}
