package import DriftText

/// What looks like a reference link and is none, since its label is not defined: readers see its brackets.
package struct OpenReference: Hashable, Sendable {
    /// From the first bracket to the last.
    package let range: ByteRange
    /// Between the brackets that name the definition.
    package let label: ByteRange
    /// Whether the link's text stands in brackets of its own.
    package let isFull: Bool
}

extension Document {
    /// A label as labels are compared: case folded, white space collapsed.
    package func labelKey(_ range: ByteRange) -> [UInt8] { LabelKey.make(source.bytes[range.indices]) }

    /// Where the label of a definition stands.
    package func label(of definition: LinkDefinition) -> ByteRange { blocks[definition.block].info }

    /// The definition that a link or an image takes its destination from; nil where it has one of its own. O(log n).
    package func definition(of inline: Inline) -> LinkDefinition? {
        let definitions = references.definitions
        let next = definitions.partitioningIndex { $0.destination.start > inline.destination.start }
        guard next > 0, definitions[next - 1].destination == inline.destination, !inline.destination.isEmpty else {
            return nil
        }
        return definitions[next - 1]
    }

    /// `[text][label]`, `[label][]` and `[label]` within the text of a leaf, whatever the labels. Linear in the text but
    /// for texts in brackets, of which at most a thousand bytes are looked at.
    package func openReferences(in inlines: [Inline]) -> [OpenReference] {
        inlines.filter { $0.kind == .text }.flatMap { openReferences(in: $0.range) }
    }

    private func openReferences(in text: ByteRange) -> [OpenReference] {
        let bytes = source.bytes
        var result: [OpenReference] = []
        var opener: Int?
        for index in text.indices {
            if bytes[index] == UInt8(ascii: "[") {
                opener = index
            } else if bytes[index] == UInt8(ascii: "]"), let start = opener {
                opener = nil
                if let reference = reference(from: start, to: index) { result.append(reference) }
            }
        }
        return result
    }

    /// What a pair of brackets without others between them is; nil for what is no label.
    private func reference(from start: Int, to end: Int) -> OpenReference? {
        let bytes = source.bytes
        let label = ByteRange(start + 1, end)
        guard bytes[label.indices].contains(where: { !$0.isBlank }), bytes[start + 1] != UInt8(ascii: "^") else {
            return nil
        }
        let rest = bytes[(end + 1)...].prefix(2)
        if rest.elementsEqual("[]".utf8) {
            return OpenReference(range: ByteRange(start, end + 3), label: label, isFull: false)
        }
        if let next = rest.first, "[(:".utf8.contains(next) { return nil }
        guard start > 0, bytes[start - 1] == UInt8(ascii: "]") else {
            return OpenReference(range: ByteRange(start, end + 1), label: label, isFull: false)
        }
        return openingBracket(before: start - 1).map {
            OpenReference(range: ByteRange($0, end + 1), label: label, isFull: true)
        }
    }

    /// The bracket that one closes.
    private func openingBracket(before close: Int) -> Int? {
        var depth = 0
        for index in (max(0, close - 1000)...close).reversed() {
            if source.bytes[index] == UInt8(ascii: "]") { depth += 1 }
            if source.bytes[index] == UInt8(ascii: "[") { depth -= 1 }
            if depth == 0 { return index }
        }
        return nil
    }
}
