import DriftMarkdown
import DriftText

/// Finds tags whose name was mistyped by one letter, `<detials>` or `<scipt>`. A block that such a tag opens is read in
/// another way than its source, so tags are compared over whole documents.
struct MistypedTags {
    private let member: Int
    private let source: Outline
    private let target: Outline

    /// Letters from which a name says enough to be taken for another one.
    private static let leastLetters = 3

    init(set: AlignedSet, member: Int) {
        self.member = member
        (source, target) = (set.source, set.members[member].outline)
    }

    /// Linear in the tags of both documents, where the target has tags that the source does not know.
    ///
    /// - Parameter known: what has been found; a tag that is part of it is not told again.
    func differences(besides known: [Difference]) -> [Difference] {
        let found = tags(of: target)
        guard !found.isEmpty else { return [] }
        let expected = Dictionary(grouping: tags(of: source), by: \.name)
        let counts = Dictionary(grouping: found, by: \.name).mapValues(\.count)
        let reported = known.filter { $0.aspect == .markup }.map(\.passage.range)
        return found.filter { tag in
            expected[tag.name] == nil && !reported.contains { $0.contains(tag.range) }
        }.compactMap { tag in
            let before = { (name: [UInt8]) in found.prefix { $0.range != tag.range }.count { $0.name == name } }
            let meant = expected.keys.sorted { $0.lexicographicallyPrecedes($1) }.first {
                $0.isMistyped(as: tag.name) && counts[$0, default: 0] < expected[$0, default: []].count
            }
            return meant.flatMap { name in expected[name].map { difference($0[min(before(name), $0.count - 1)], tag) } }
        }
    }

    private struct Tag {
        /// In small letters.
        let name: [UInt8]
        let range: ByteRange
    }

    private func tags(of outline: Outline) -> [Tag] {
        outline.parts.indices.flatMap { part -> [Tag] in
            let block = outline.document.blocks[Int(outline.parts[part].block)]
            if block.kind == .htmlBlock { return tags(in: block.range, of: outline.document) }
            guard outline.parts[part].segment >= 0 else { return [] }
            let segment = outline.segments[Int(outline.parts[part].segment)]
            guard segment.holdsAny(of: .html) else { return [] }
            return segment.inlines.filter { $0.kind == .html }.flatMap { tags(in: $0.range, of: outline.document) }
        }
    }

    private func tags(in range: ByteRange, of document: Document) -> [Tag] {
        document.tags(in: range).compactMap { tag in
            let name = document.source.bytes[tag.name.indices].map { $0 | 0x20 }
            return name.count < Self.leastLetters ? nil : Tag(name: name, range: tag.range)
        }
    }

    private func difference(_ expected: Tag, _ found: Tag) -> Difference {
        let passages = (source.passage(of: expected.range, member: 0), target.passage(of: found.range, member: member))
        return Difference(
            .changed, .markup, at: passages.1, counterparts: [passages.0], expected: passages.0.text,
            found: passages.1.text, cause: Difference.cause(.changed, .markup, expected.range))
    }
}
