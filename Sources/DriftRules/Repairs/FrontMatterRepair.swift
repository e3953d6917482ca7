import DriftAlignment
import DriftLanguage
import DriftMarkdown
import DriftText

/// Inserts a key of the source's front matter that a translation lacks, behind the key that it follows there.
struct FrontMatterRepair {
    let context: CheckContext
    let renderings: Inquiry<Renderings>
    let difference: Difference

    private typealias Entry = FrontMatterEntries.Entry

    /// A line of the translation, and whether a translator has nothing left to do.
    private struct Text {
        var bytes: [UInt8]
        var isComplete: Bool
    }

    private var member: Int { difference.passage.member }
    private var source: Document { context.set.source.document }
    private var target: Document { context.set.members[member].outline.document }

    /// nil where the two are written in different languages, or a value does not end where its lines seem to.
    func repair() -> Repair? {
        guard let format = source.frontMatterFormat, format != .json, format == target.frontMatterFormat,
            let range = difference.counterparts.first?.range,
            let entry = FrontMatterEntries(source)?.entries.first(where: { $0.range == range }),
            source.isWhole(entry), isFree
        else { return nil }
        let text = text(of: entry, format)
        let lines = text.bytes.filter { $0 != 0x0D }.split(separator: 0x0A, omittingEmptySubsequences: false)
        let line = target.source.lineIndex(at: max(0, difference.passage.range.upper - 1))
        return Repair(
            member: member, edits: [target.source.inserting(lines.map { Array($0) }, belowLine: line)],
            summary: text.isComplete
                ? "insert “\(context.set.source.shortened(String(decoding: text.bytes, as: UTF8.self)))”"
                : "insert “\(entry.key)”, to be translated", isSafe: text.isComplete)
    }

    /// Whether the neighbour above ends where it seems to.
    private var isFree: Bool {
        guard let entries = FrontMatterEntries(target)?.entries else { return false }
        return entries.first { $0.range == difference.passage.range }.map(target.isWhole) ?? true
    }

    private func text(of entry: Entry, _ format: FrontMatterFormat) -> Text {
        let bytes = source.source.bytes
        let whole = Array(bytes[entry.range.indices])
        let start = Array(bytes[entry.range.lower..<entry.valueRange.lower])
        let isOneLine = source.source.lineIndex(at: entry.range.lower) == source.source.lineIndex(at: entry.range.upper)
        if othersKeep(entry) { return Text(bytes: whole, isComplete: true) }
        if isOneLine {
            if namesOwnLocale(entry) {
                let locale = context.set.members[member].locale.description
                return Text(bytes: start + written(locale, like: entry, format), isComplete: false)
            }
            if isInvariant(entry) { return Text(bytes: whole, isComplete: true) }
            if let known = rendering(of: entry.value) {
                return Text(bytes: start + written(known, like: entry, format), isComplete: true)
            }
        }
        return Text(bytes: marked(whole, entry, isOneLine: isOneLine), isComplete: false)
    }

    // MARK: What no language changes

    /// Whether all other translations that have the key have the source's lines for it.
    private func othersKeep(_ entry: Entry) -> Bool {
        let own = source.valueLines(of: entry)
        let others = context.set.targets.filter { $0 != member }.compactMap { other -> [UInt8]? in
            let document = context.set.members[other].outline.document
            return FrontMatterEntries(document)?[entry.key].map { document.valueLines(of: $0) }
        }
        return !others.isEmpty && others.allSatisfy { $0 == own }
    }

    private func namesOwnLocale(_ entry: Entry) -> Bool {
        (entry.key.contains("lang") || entry.key.contains("locale"))
            && LanguageTag(spelling: entry.value) == context.set.source.locale
    }

    private func isInvariant(_ entry: Entry) -> Bool {
        let value = Array(entry.value.utf8)
        if value.isEmpty || Self.words.contains(entry.value.lowercased()) { return true }
        if value.contains(0x20) { return value.allSatisfy { !$0.isASCIILetter && $0 < 0x80 } }
        let values = context.set.source.values.values(in: value)
        if values.count == 1, values[0].range == value.indices, values[0].kind == .version { return true }
        // Letters of a date with a time, such as 2024-05-01T10:00:00Z.
        let letters = value.filter { $0.isASCIILetter || $0 >= 0x80 }
        if value[0].isASCIIDigit || value[0] == UInt8(ascii: "-"), letters.allSatisfy(Array("TZ".utf8).contains) {
            return true
        }
        return isPath(entry.value) && !namesSourceLocale(entry.value)
    }

    private static let words: Set = ["true", "false", "yes", "no", "on", "off", "null", "~", "[]", "{}"]

    /// Whether a value is an address, or a path that means the same from the translation's folder.
    private func isPath(_ value: String) -> Bool {
        guard value.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), let first = value.first, !"[{&*!|>@`%".contains(first)
        else { return false }
        if value.contains("://") || first == "/" { return true }
        let ending = value.split(separator: ".").last.map { $0.utf8.count } ?? 0
        let isFile = value.contains(".") && (2...5).contains(ending)
        guard value.contains("/") || isFile else { return false }
        // What is said without a dot before it may count from the site's root, unless it is a file.
        return first != "." && !isFile || isBeside(levels: value.split(separator: "/").count { $0 == ".." })
    }

    /// Whether both documents lie in one folder, or in folders of one so many levels up.
    private func isBeside(levels: Int) -> Bool {
        let folders = [0, member].map { context.set.members[$0].path.split(separator: "/").dropLast(levels + 1) }
        let depths = [0, member].map { context.set.members[$0].path.split(separator: "/").count }
        return depths.allSatisfy { $0 > levels } && folders[0] == folders[1]
    }

    private func namesSourceLocale(_ value: String) -> Bool {
        value.split { "/.?=&_-".contains($0) }.contains { piece in
            (piece.utf8.count == 2 || piece.utf8.count == 5)
                && LanguageTag(spelling: piece)?.isSameLanguage(as: context.set.source.locale) ?? false
        }
    }

    // MARK: What is translated

    private func rendering(of value: String) -> String? {
        let locale = context.set.members[member].locale.description
        let known = [false, true].lazy.compactMap {
            renderings.rendering(of: Array(value.utf8), locale: locale, isCell: $0)
        }.first
        // Mark-up means nothing here.
        guard let known, !known.contains(where: Array("\n*`[]<>{}|".utf8).contains) else { return nil }
        return String(decoding: known, as: UTF8.self)
    }

    /// A value in the quotation marks that the source has around it, or in those that it needs.
    private func written(_ value: String, like entry: Entry, _ format: FrontMatterFormat) -> [UInt8] {
        let isSingle = source.source.bytes[entry.valueRange.lower] == 0x27
        if isSingle, !value.utf8.contains(0x27) { return [0x27] + Array(value.utf8) + [0x27] }
        let isPlain = format == .yaml && source.source.bytes[entry.valueRange.lower] != 0x22 && !isSingle
        if isPlain, YAMLReader.isPlain(value) { return Array(value.utf8) }
        var bytes: [UInt8] = []
        bytes.appendJSONString(value)
        return bytes
    }

    /// The lines with a comment for a translator: behind the value, or, where it has lines of its own, behind its key.
    private func marked(_ whole: [UInt8], _ entry: Entry, isOneLine: Bool) -> [UInt8] {
        let marker = Array(" # \(CarriedText.note)".utf8)
        let first = entry.value.utf8.first
        let isBlock = !isOneLine && (first == nil || first == UInt8(ascii: "|") || first == UInt8(ascii: ">"))
        guard isBlock, let end = whole.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return whole + marker }
        return whole[..<end] + marker + whole[end...]
    }
}

extension YAMLReader {
    /// Whether a text in the place of a value, without quotation marks, is that text.
    fileprivate static func isPlain(_ text: String) -> Bool {
        let source = SourceText(Array("key: \(text)\n".utf8))
        let range = ByteRange(0, source.bytes.count)
        guard let node = try? read(source, in: range, unsupported: .keepAsText), case .mapping(let pairs) = node.kind,
            pairs.count == 1, case .scalar(let value, .plain) = pairs[0].value.kind
        else { return false }
        return value == text && pairs[0].value.integer == nil && pairs[0].value.bool == nil && !pairs[0].value.isNull
    }
}

extension Document {
    /// The lines of an entry behind its key's, and its value, whatever ends the lines.
    fileprivate func valueLines(of entry: FrontMatterEntries.Entry) -> [UInt8] {
        source.bytes[entry.valueRange.lower..<entry.range.upper].filter { $0 != 0x0D }
    }

    /// Whether what follows an entry cannot be a part of its value.
    fileprivate func isWhole(_ entry: FrontMatterEntries.Entry) -> Bool {
        let value = Array(entry.value.utf8)
        let opening = value.prefix(3)
        if opening.count == 3, opening.elementsEqual("\"\"\"".utf8) || opening.elementsEqual("'''".utf8) {
            return false
        }
        let line = source.lineIndex(at: entry.range.upper) + 1
        let next = source.bytes[source.lineRange(line).indices]
        if frontMatterFormat == .toml, let last = value.last, Array("[{,".utf8).contains(last) { return false }
        return source.isBlank(line: line) || source.lineRange(line).upper >= blocks[1].range.upper
            || next.first == UInt8(ascii: "#") || next.first == UInt8(ascii: "[") && frontMatterFormat == .toml
            || FrontMatterEntries(self)?.entries.contains { $0.range.lower == source.lineRange(line).lower } ?? false
    }
}
