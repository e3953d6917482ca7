import DriftAlignment
import DriftMarkdown
import DriftText

/// The form in which a profile is kept: JSON with an entry a line, in the order of bytes.
extension ProfileTable {
    private static let version = 1
    /// More documents than anybody has; sums and multiples of such counts do not overflow.
    private static let greatestCount = 1_000_000_000

    var text: String {
        let usage = usage.map { (Self.hexadecimal($0.key), [$0.usage.kept, $0.usage.translated]) }
        let emphasis = emphasis.map { ($0.locale, [$0.usage.kept, $0.usage.translated]) }
        return """
            {
              "driftlint-profile": \(Self.version),
              "emphasis": \(Self.object(emphasis)),
              "frontMatter": \(Self.object(habits.map { ("\($0.locale) \($0.key)", $0.counts) })),
              "usage": \(Self.object(usage))
            }

            """
    }

    private static func object(_ entries: [(key: String, counts: [Int])]) -> String {
        if entries.isEmpty { return "{}" }
        let lines = entries.map { entry in
            var key: [UInt8] = []
            key.appendJSONString(entry.key)
            return
                "    \(String(decoding: key, as: UTF8.self)): [\(entry.counts.map(String.init).joined(separator: ", "))]"
        }
        return "{\n\(lines.joined(separator: ",\n"))\n  }"
    }

    private static func hexadecimal(_ number: UInt64) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    // MARK: Reading

    /// - Parameter path: the file as errors name it.
    static func read(_ bytes: [UInt8], path: String) throws(ProfileError) -> ProfileTable {
        let reader = ProfileReader(source: SourceText(bytes), path: path)
        let root = try reader.root()
        guard let mark = root["driftlint-profile"] else { throw reader.error(root, "this is no profile") }
        guard mark.integer == version else {
            throw reader.error(mark, "a profile of another version than \(version), which this driftlint writes")
        }
        var table = ProfileTable()
        for (key, counts) in try reader.entries(root, "emphasis", count: 2, limit: greatestCount) {
            table.emphasis.append((key, Profile.Usage(kept: counts[0], translated: counts[1])))
        }
        for (key, counts) in try reader.entries(root, "frontMatter", count: 4, limit: greatestCount) {
            let parts = key.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            table.habits.append(Habit(locale: parts[0], key: parts.count > 1 ? parts[1] : "", counts: counts))
        }
        for (key, counts) in try reader.entries(root, "usage", count: 2, limit: greatestCount) {
            guard key.utf8.count == 16, let number = UInt64(key, radix: 16) else {
                throw reader.error(root, "“\(key)” is no key of “usage”")
            }
            table.usage.append((number, Profile.Usage(kept: counts[0], translated: counts[1])))
        }
        return table
    }
}

/// Reads JSON, which is YAML too, and says where it is no profile.
private struct ProfileReader {
    let source: SourceText
    let path: String

    func error(_ node: YAMLNode, _ message: String) -> ProfileError {
        ProfileError(path: path, line: source.lineIndex(at: node.range.lower) + 1, message: message)
    }

    func root() throws(ProfileError) -> YAMLNode {
        do throws(YAMLError) {
            return try YAMLReader.read(source, in: ByteRange(0, source.bytes.count))
        } catch {
            throw ProfileError(
                path: path, line: source.lineIndex(at: error.range.lower) + 1,
                message: "the profile is damaged: \(error.message)")
        }
    }

    func entries(
        _ root: YAMLNode, _ name: String, count: Int, limit: Int
    ) throws(ProfileError) -> [(key: String, counts: [Int])] {
        guard let pairs = root[name]?.pairs else { throw error(root, "the profile is damaged: it lacks “\(name)”") }
        var entries: [(key: String, counts: [Int])] = []
        for (key, value) in pairs {
            let counts = value.items?.compactMap(\.integer).filter { (0...limit).contains($0) } ?? []
            guard let text = key.string, counts.count == count, value.items?.count == count else {
                throw error(key, "the profile is damaged: an entry of “\(name)” has \(count) counts")
            }
            entries.append((text, counts))
        }
        return entries
    }
}
