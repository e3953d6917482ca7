import DriftText

/// Compares placeholders in running text. The source shows which syntax is in use; what looks like one in the translation
/// alone is none.
struct PlaceholderDifferences {
    let pair: SegmentPair

    func differences() -> [Difference] {
        guard pair.source.marks.contains(.placeholder) else { return [] }
        let inSource = PlaceholderScan.placeholders(in: pair.source.text.bytes)
        if inSource.isEmpty { return [] }
        let spelled = (inSource, PlaceholderScan.placeholders(in: pair.target.text.bytes))
        let unmatched = Unmatched(spelled.0, spelled.1, extent: pair.extent) {
            [$0.text.stableHash]
        } equal: {
            $0.text == $1.text
        }
        guard unmatched.source.count == unmatched.target.count else { return [] }
        return unmatched.changed.filter { !isDescription($0.source, $0.target) }.map {
            pair.changed(
                .placeholder, pair.source.text.sourceRange($0.source.range),
                pair.target.text.sourceRange($0.target.range))
        }
    }

    /// Adds what differs, in place of what others say of the same bytes: a digit in `%1$s` is no number.
    ///
    /// - Parameter start: where what is said of this pair begins.
    func add(to differences: inout [Difference], from start: Int) {
        let own = self.differences()
        guard !own.isEmpty else { return }
        let left = differences[start...].filter { other in
            !own.contains { $0.passage.range.contains(other.passage.range) }
        }
        differences.replaceSubrange(start..., with: left + own)
    }

    /// Whether a word in `${…}` or `{…}` describes what stands there, as `${variable}` does: it was translated into letters
    /// that the names of a program do not have, or, where it may be for the reader to replace, into another word.
    private func isDescription(
        _ source: PlaceholderScan.Placeholder, _ target: PlaceholderScan.Placeholder
    ) -> Bool {
        if source.isLoose || target.isLoose {
            let names = (Array(source.text.dropFirst().dropLast()), Array(target.text.dropFirst().dropLast()))
            return source.text.first != target.text.first || names.0.dropFirst() == names.1.dropFirst()
                || names.0.sharedEnds(with: names.1) < 0.6
        }
        return source.text.starts(with: "${".utf8) && source.text.dropFirst(2).dropLast().allSatisfy(\.isASCIILetter)
            && target.text.starts(with: "${".utf8) && target.text.contains { $0 >= 0x80 }
    }

    /// Where placeholders stand in a text, in bytes. O(length).
    static func placeholders(_ text: [UInt8]) -> [Range<Int>] {
        guard text.contains(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "%") }) else { return [] }
        var ranges: [Range<Int>] = []
        var index = 0
        while index < text.count {
            if mayOpen(text[index]), let end = end(of: text, index) {
                ranges.append(index..<end)
                index = end
            } else {
                index += 1
            }
        }
        return ranges
    }

    private static func mayOpen(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "$") || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "%")
    }

    /// The end of a placeholder of shells, templates or printf that begins at an offset; nil where none does.
    static func end(of text: [UInt8], _ start: Int) -> Int? {
        guard start + 1 < text.count else { return nil }
        switch (text[start], text[start + 1]) {
        case (UInt8(ascii: "$"), UInt8(ascii: "{")): return close(text, from: start + 2, with: "}")
        case (UInt8(ascii: "{"), UInt8(ascii: "{")): return close(text, from: start + 2, with: "}}")
        case (UInt8(ascii: "%"), UInt8(ascii: "(")): return close(text, from: start + 2, with: ")s")
        case (UInt8(ascii: "%"), let kind) where "sd@fiu".utf8.contains(kind):
            let isWord = start + 2 < text.count && (text[start + 2].isASCIILetter || text[start + 2].isASCIIDigit)
            return isWord ? nil : start + 2
        default: return nil
        }
    }

    /// The offset behind the end mark on the same line; nil where there is none within 60 bytes.
    private static func close(_ text: [UInt8], from start: Int, with mark: String) -> Int? {
        let mark = Array(mark.utf8)
        var index = start
        while index + mark.count <= text.count, index - start < 60, text[index] != 0x0A {
            if text[index...].starts(with: mark) { return index > start ? index + mark.count : nil }
            index += 1
        }
        return nil
    }
}
