import DriftMarkdown
import DriftText

/// Digits in running text, with single separators between them: 45, 1,000, 27.3.2020, 2.4.1.
///
/// Read by a scanner of its own, so that what the linter's reader takes for no value can be seen to be missed.
struct WrittenValue {
    let block: Int
    let range: ByteRange
    let text: [UInt8]
    let groups: [Int]
    /// The byte between the groups; 0 where there is one group.
    let separator: UInt8

    var isDate: Bool {
        guard groups.count == 3, [UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: ".")].contains(separator) else {
            return false
        }
        let years = groups.filter { (1900...2100).contains($0) }
        let others = groups.filter { (1...31).contains($0) }
        return years.count == 1 && others.count == 2 && groups[1] < 32 && others.contains { $0 <= 12 }
    }

    /// Which group is the day. Of two that may be one, the greater is as good as any.
    var dayIndex: Int? {
        guard isDate else { return nil }
        if groups[0] > 31 { return 2 }
        let parts = groups.indices.filter { groups[$0] <= 31 }
        return parts.max { groups[$0] <= groups[$1] }
    }

    var isVersion: Bool {
        (2...3).contains(groups.count) && separator == UInt8(ascii: ".") && !isDate && groups.allSatisfy { $0 < 1000 }
    }

    /// Whether the groups are those of a number with a thousands separator.
    var isGrouped: Bool {
        let parts = text.split(separator: separator)
        return parts.count > 1 && (1...3).contains(parts[0].count) && parts.dropFirst().allSatisfy { $0.count == 3 }
    }
}

extension Subject {
    /// The values in the text of one side, outside of headings, images, links' targets and code.
    func values(of document: Document, _ contents: Contents) -> [WrittenValue] {
        contents.inlines.filter { place in
            place.inline.kind == .text && document.blocks[place.block].kind != .heading
                && !place.around.contains(.image)
        }.flatMap { Self.values(in: document.source.bytes, $0.inline.range, block: $0.block) }
    }

    /// The values of the translation that its source has equally often, so that each has a counterpart.
    func sharedValues() -> [WrittenValue] {
        func counts(_ values: [WrittenValue]) -> [[UInt8]: Int] {
            values.reduce(into: [:]) { $0[$1.text, default: 0] += 1 }
        }
        let own = values(of: target, inTarget)
        let (kept, counted) = (counts(values(of: source, inSource)), counts(own))
        return own.filter { kept[$0.text] == counted[$0.text] }
    }

    private static func values(in bytes: [UInt8], _ range: ByteRange, block: Int) -> [WrittenValue] {
        var result: [WrittenValue] = []
        var index = range.lower
        while index < range.upper {
            guard bytes[index].isASCIIDigit else {
                index += 1
                continue
            }
            let end = self.end(ofTokenAt: index, in: bytes, limit: range.upper)
            let before = index > range.lower ? bytes[index - 1] : 0x20
            let after = end < range.upper ? bytes[end] : 0x20
            if !isJoined(before, opens: true), !isJoined(after, opens: false),
                let value = value(bytes[index..<end], at: index, block: block)
            {
                result.append(value)
            }
            index = end
        }
        return result
    }

    /// Digits, and separators that stand between digits.
    private static func end(ofTokenAt start: Int, in bytes: [UInt8], limit: Int) -> Int {
        var end = start
        while end < limit {
            let isSeparator = isSeparator(bytes[end]) && end + 1 < limit && bytes[end + 1].isASCIIDigit
            guard bytes[end].isASCIIDigit || isSeparator else { break }
            end += 1
        }
        return end
    }

    private static func value(_ text: ArraySlice<UInt8>, at start: Int, block: Int) -> WrittenValue? {
        let separators = Set(text.filter { !$0.isASCIIDigit })
        guard separators.count <= 1 else { return nil }
        let parts = text.split { !$0.isASCIIDigit }
        let groups = parts.compactMap { Int(String(decoding: $0, as: UTF8.self)) }
        guard groups.count == parts.count else { return nil }
        return WrittenValue(
            block: block, range: ByteRange(start, start + text.count), text: Array(text), groups: groups,
            separator: separators.first ?? 0)
    }

    private static func isSeparator(_ byte: UInt8) -> Bool {
        ".,/-".utf8.contains(byte)
    }

    /// Whether a neighbour makes the digits a part of a name, an address or another value.
    private static func isJoined(_ byte: UInt8, opens: Bool) -> Bool {
        byte.isASCIILetter || byte >= 0x80 || (opens ? "_./:#-$&;{" : "_/:%-}").utf8.contains(byte)
    }
}
