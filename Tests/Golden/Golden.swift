import FoundationEssentials

/// Compares output with a file of the repository that people review.
///
/// With `DRIFTLINT_RECORD=1` in the environment the file is written instead, and the outcome still is no match, so
/// that a run which records cannot pass.
package enum Golden {
    package enum Outcome: Equatable, Sendable {
        case matches
        case recorded
        /// The first line, from 1, that differs; nil is a missing line, or the whole file where it cannot be read.
        case differs(line: Int, expected: String?, actual: String?)
    }

    package static let isRecording = ProcessInfo.processInfo.environment["DRIFTLINT_RECORD"] == "1"

    /// The folder that holds Package.swift, without a `/` at its end.
    package static let root: String = {
        let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        return parts.dropLast(3).joined(separator: "/")
    }()

    /// Compares byte by byte, or records.
    ///
    /// - Parameter path: relative to the root of the package, such as `fixtures/reports/text.txt`.
    package static func check(_ actual: String, against path: String) throws -> Outcome {
        let file = root + "/" + path
        if isRecording {
            try Data(actual.utf8).write(to: URL(filePath: file))
            return .recorded
        }
        guard let data = FileManager.default.contents(atPath: file) else {
            return .differs(line: 1, expected: nil, actual: actual)
        }
        return compare(expected: Array(data), actual: Array(actual.utf8))
    }

    static func compare(expected: [UInt8], actual: [UInt8]) -> Outcome {
        if expected == actual { return .matches }
        let newline = UInt8(ascii: "\n")
        let left = expected.split(separator: newline, omittingEmptySubsequences: false)
        let right = actual.split(separator: newline, omittingEmptySubsequences: false)
        let same = zip(left, right).prefix { $0 == $1 }.count
        func line(_ lines: [ArraySlice<UInt8>]) -> String? {
            same < lines.count ? String(decoding: lines[same], as: UTF8.self) : nil
        }
        return .differs(line: same + 1, expected: line(left), actual: line(right))
    }
}
