import DriftMarkdown
import DriftText

/// Compares what machines read and no translation changes: tags and their attributes, includes, expressions that a site
/// fills in.
///
/// Only pieces that changed count, as many on both sides; a translator may need more or less mark-up than the source.
struct MachineryDifferences {
    let pair: SegmentPair
    let links: LinkKey

    /// A tag, a directive, or a line of a script.
    private struct Piece {
        let name: [UInt8]
        let key: UInt64
        let range: ByteRange
        /// Of the picture that a tag shows; 0 for none.
        var picture: UInt64 = 0
    }

    /// Attributes that localization changes; which picture is shown is compared as a picture.
    private static let localized = Set(
        [
            "title", "alt", "label", "aria-label", "placeholder", "summary", "caption", "content", "description",
            "lang",
            "dir", "id", "name", "src", "srcset",
        ].map { Array($0.utf8) })

    func differences() -> [Difference] {
        guard
            pair.kind == .html || pair.targetKind == .html
                || pair.holdsAny(of: [.html, .directive])
        else { return [] }
        let unmatched = Unmatched(
            pieces(pair.sourceOutline, pair.sourceIndex), pieces(pair.targetOutline, pair.targetIndex),
            extent: pair.extent
        ) {
            [$0.key]
        } equal: {
            $0.key == $1.key
        }
        guard unmatched.source.count == unmatched.target.count else { return [] }
        let isOnly = unmatched.source.count == 1
        return likestPairs(unmatched).filter { isEdited($0, $1, isOnly: isOnly) }.map(changed)
    }

    /// Each piece with the one that its text resembles most, where few are left; else in order.
    private func likestPairs(_ unmatched: Unmatched<Piece>) -> [(Piece, Piece)] {
        guard unmatched.source.count > 1, unmatched.source.count <= Self.few else {
            return unmatched.changed.map { ($0, $1) }
        }
        func bytes(_ piece: Piece, _ outline: Outline) -> [UInt8] {
            Array(outline.document.source.bytes[piece.range.indices].filter { $0 > 0x20 })
        }
        let texts = (
            unmatched.source.map { bytes($0, pair.sourceOutline) },
            unmatched.target.map { bytes($0, pair.targetOutline) }
        )
        return LikestPairs.pairs(counts: (texts.0.count, texts.1.count)) {
            texts.0[$0].sharedEnds(with: texts.1[$1])
        }.map { (unmatched.source[$0], unmatched.target[$1]) }
    }

    /// Pieces that are compared each with each.
    private static let few = 16

    /// A tag that has an empty value, such as `<a href="">`, is one cause wherever it stands for others.
    private func changed(_ source: Piece, _ target: Piece) -> Difference {
        var difference = pair.changed(.markup, source.range, target.range)
        if Array(difference.found.utf8).firstRange(of: "=\"\"".utf8, asWord: false) != nil {
            difference.cause = Difference.cause(.changed, .markup, member: pair.member, difference.found)
        }
        return difference
    }

    /// Whether two pieces are one that was edited: they have one name, or a mistyped one.
    private func isEdited(_ source: Piece, _ target: Piece, isOnly: Bool) -> Bool {
        // Another picture has a size of its own.
        if source.picture != target.picture { return false }
        if source.name == target.name { return true }
        let isAlike = source.name.sharedEnds(with: target.name) >= (isOnly ? 0.3 : 0.6)
        return isAlike && source.name.count >= 3 && abs(source.name.count - target.name.count) <= 1
    }

    private func pieces(_ outline: Outline, _ segment: Int) -> [Piece] {
        let document = outline.document
        let block = document.blocks[Int(outline.part(of: segment).block)]
        if block.kind == .directive { return [whole(block.range, in: document)] }
        if block.kind == .htmlBlock {
            let tags = document.tags(in: block.range)
            return tags.map { piece($0, in: document) } + scriptLines(block, tags, in: document)
                + expressions(block, tags, in: document)
        }
        return outline.segments[segment].inlines.flatMap { inline -> [Piece] in
            switch inline.kind {
            case .html: document.tags(in: inline.range).map { piece($0, in: document) }
            case .directive: [whole(inline.range, in: document)]
            default: []
            }
        }
    }

    private func whole(_ range: ByteRange, in document: Document) -> Piece {
        let text = Array(document.source.bytes[range.indices].filter { $0 > 0x20 })
        var hash = StableHash()
        // What a reader sees of a directive, such as its title, is another matter.
        hash.combine(text.contains { $0 >= 0x80 } ? [] : text)
        return Piece(name: text, key: hash.value, range: range)
    }

    private func piece(_ tag: TagText, in document: Document) -> Piece {
        let bytes = document.source.bytes
        let name = bytes[tag.name.indices].map { $0 | 0x20 }
        var (sum, picture): (UInt64, UInt64) = (0, 0)
        for attribute in tag.attributes {
            let key = Array(bytes[attribute.name.indices])
            // In any order.
            let value = Array(bytes[attribute.value.indices])
            let isTold = !Self.localized.contains(key) || value.isDigitsOnly
            if key.elementsEqual("src".utf8) { picture = value.pathHash }
            if isTold, !isDefault(key, value) { sum &+= hash(key, value) }
            for range in PlaceholderDifferences.placeholders(value) where value[range.lowerBound] != UInt8(ascii: "%") {
                sum &+= hash(key, value[range].filter { $0 > 0x20 })
            }
        }
        var hash = StableHash()
        hash.combine(name)
        hash.combine(sum)
        return Piece(name: name, key: hash.value, range: tag.range, picture: picture)
    }

    /// Whether an attribute says what holds without it: a cell spans one row and one column.
    private func isDefault(_ key: [UInt8], _ value: [UInt8]) -> Bool {
        value == [UInt8(ascii: "1")] && ["rowspan", "colspan"].contains { key.elementsEqual($0.utf8) }
    }

    /// What of an attribute no language changes: of several words, where they are classes, their set.
    private func hash(_ key: [UInt8], _ value: [UInt8]) -> UInt64 {
        var hash = StableHash()
        hash.combine(key)
        if value.contains(UInt8(ascii: "/")) || value.contains(UInt8(ascii: "#")) {
            // An address that was broken over two lines is the same address.
            hash.combine(links.hash(value.filter { $0 > 0x20 && $0 != UInt8(ascii: "\\") }))
        } else if key.elementsEqual("class".utf8) {
            for word in value.split(separator: 0x20).map(Array.init).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
                hash.combine(word)
            }
        } else if !value.contains(where: { $0 >= 0x80 || $0 == 0x20 }) {
            hash.combine(value)
        }
        return hash.value
    }

    /// What a site fills in between the tags of a block, `{{ name }}` and `${name}`.
    private func expressions(_ block: Block, _ tags: [TagText], in document: Document) -> [Piece] {
        if tags.contains(where: { isCode($0, in: document) }) { return [] }
        let text = Array(document.source.bytes[block.range.indices])
        let ranges = PlaceholderDifferences.placeholders(text).filter { text[$0.lowerBound] != UInt8(ascii: "%") }
            .map { ByteRange(block.range.lower + $0.lowerBound, block.range.lower + $0.upperBound) }
        return ranges.filter { range in !tags.contains { $0.range.contains(range) } }
            .map { whole($0, in: document) }
    }

    /// The lines of a script or a style sheet, without comments and texts.
    private func scriptLines(_ block: Block, _ tags: [TagText], in document: Document) -> [Piece] {
        guard let first = tags.first, isScript(first, in: document) else { return [] }
        return block.lineIndices.map { document.lines[$0].range }.compactMap { range in
            let code = CodeText(document.source.bytes[range.indices]).code
            if code.isEmpty || code[0] == UInt8(ascii: "<") { return nil }
            var hash = StableHash()
            hash.combine(code)
            return Piece(name: code, key: hash.value, range: range)
        }
    }

    private func isCode(_ tag: TagText, in document: Document) -> Bool {
        isScript(tag, in: document) || document.source.bytes[tag.name.indices].elementsEqual("pre".utf8)
    }

    private func isScript(_ tag: TagText, in document: Document) -> Bool {
        ["script", "style"].contains { document.source.bytes[tag.name.indices].elementsEqual($0.utf8) }
    }
}

extension [UInt8] {
    /// Equal for paths to one file that are seen from different folders.
    fileprivate var pathHash: UInt64 {
        var hash = StableHash()
        for step in split(separator: UInt8(ascii: "/")) where step.contains(where: { $0 != UInt8(ascii: ".") }) {
            hash.combine(step)
            hash.combine(byte: 0xFF)
        }
        return hash.value
    }

    /// Whether a text, such as a date in a title, has digits and no letters.
    fileprivate var isDigitsOnly: Bool {
        contains(where: \.isASCIIDigit) && !contains { $0.isASCIILetter || $0 >= 0x80 }
    }
}
