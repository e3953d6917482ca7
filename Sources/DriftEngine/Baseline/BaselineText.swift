import DriftMarkdown
import DriftText

/// What is wrong with a baseline.
package struct BaselineError: Error, Hashable, CustomStringConvertible {
    package let path: String
    /// From 1.
    package let line: Int
    package let message: String

    package var description: String { "\(path):\(line): \(message)" }
}

/// The form in which a baseline is kept: YAML with an entry a line, so that a change of it reads well.
extension Baseline {
    private static let version = "1"

    package var text: String {
        var text = """
            # Findings that driftlint knows and does not report. Written by `driftlint --write-baseline`;
            # `driftlint baseline prune` removes what no longer occurs.
            version: \(Self.version)
            findings:

            """
        for entry in entries {
            let (path, rule) = (YAMLNode.scalar(entry.path), YAMLNode.scalar(entry.rule))
            text += "  - { path: \(path), rule: \(rule), fingerprint: \"\(entry.fingerprint)\" }\n"
        }
        return text
    }

    /// - Parameter path: the file as errors name it.
    package static func read(_ bytes: [UInt8], path: String) throws(BaselineError) -> Baseline {
        let source = SourceText(bytes)
        try refuseConflict(source, path)
        let root: YAMLNode
        do throws(YAMLError) {
            root = try YAMLReader.read(source, in: ByteRange(0, bytes.count))
        } catch {
            throw BaselineError(
                path: path, line: source.lineIndex(at: error.range.lower) + 1, message: error.message)
        }
        func error(_ node: YAMLNode, _ message: String) -> BaselineError {
            BaselineError(path: path, line: source.lineIndex(at: node.range.lower) + 1, message: message)
        }
        guard root["version"]?.string == version else {
            throw error(root["version"] ?? root, "a baseline begins with “version: \(version)”")
        }
        guard let findings = root["findings"], let items = findings.isNull ? [] : findings.items else {
            throw error(root["findings"] ?? root, "“findings” takes a list")
        }
        var entries: [Entry] = []
        for item in items {
            guard let path = item["path"]?.string, let rule = item["rule"]?.string,
                let fingerprint = item["fingerprint"]?.string, !path.isEmpty, isFingerprint(fingerprint)
            else { throw error(item, "an entry has a path, a rule and a fingerprint of 16 hexadecimal digits") }
            entries.append(Entry(path: path, rule: rule, fingerprint: fingerprint))
        }
        return Baseline(entries)
    }

    private static func isFingerprint(_ text: String) -> Bool {
        text.utf8.count == 16 && text.utf8.allSatisfy { $0.isASCIIDigit || (0x61...0x66).contains($0) }
    }

    /// Marks of a merge that nobody has finished.
    private static func refuseConflict(_ source: SourceText, _ path: String) throws(BaselineError) {
        let marks = ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].map { Array($0.utf8) }
        for index in 0..<source.lineCount {
            let line = source.bytes[source.lineRange(index).indices]
            guard marks.contains(where: { line.starts(with: $0) }) else { continue }
            throw BaselineError(
                path: path, line: index + 1,
                message: "a merge left a conflict here; keep the lines of both sides, then run driftlint baseline prune"
            )
        }
    }
}
