package import DriftText

/// What a link reference definition says and where.
package struct LinkDefinition: Hashable, Sendable {
    /// Index of the block.
    package var block: Int
    /// Without `<>`.
    package var destination: ByteRange
    /// Without quotes; empty where there is none.
    package var title: ByteRange
}

/// The definitions of a document by their normalised labels; of equal labels the first holds.
package struct ReferenceTable: Sendable {
    /// All link reference definitions in order, also those that an earlier one hides.
    package private(set) var definitions: [LinkDefinition] = []
    // By the labels' hashes, which are seeded anew in each process, so that nobody can make two of them meet: labels
    // themselves as keys would be an allocation each, and a miss of the cache for each use.
    private var links: [Int: Int32] = [:]
    private var footnotes: [Int: Int32] = [:]

    var hasLinks: Bool { !links.isEmpty }
    var hasFootnotes: Bool { !footnotes.isEmpty }

    mutating func addLink(_ key: [UInt8], _ definition: LinkDefinition) {
        let hash = key.hashValue
        if links[hash] == nil { links[hash] = Int32(definitions.count) }
        definitions.append(definition)
    }

    mutating func addFootnote(_ key: [UInt8], block: Int) {
        let hash = key.hashValue
        if footnotes[hash] == nil { footnotes[hash] = Int32(block) }
    }

    /// What the definition that is a block of its own says. O(log definitions).
    func definition(inBlock block: Int) -> LinkDefinition? {
        let index = definitions.partitioningIndex { $0.block >= block }
        return index < definitions.count && definitions[index].block == block ? definitions[index] : nil
    }

    func link(_ key: [UInt8]) -> LinkDefinition? {
        links[key.hashValue].map { definitions[Int($0)] }
    }

    /// Index of the block that defines a footnote.
    func footnote(_ key: [UInt8]) -> Int? { footnotes[key.hashValue].map(Int.init) }
}

/// Labels as they are compared (CommonMark, section 4.7): case folded, white space collapsed and trimmed.
enum LabelKey {
    static func make(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        var key: [UInt8] = []
        var needsSpace = false
        var isASCII = true
        for byte in bytes {
            if byte.isSpace {
                needsSpace = !key.isEmpty
                continue
            }
            if needsSpace { key.append(0x20) }
            needsSpace = false
            if byte >= 0x80 { isASCII = false }
            key.append(byte &- 0x61 < 26 ? byte & 0xDF : byte)
        }
        return isASCII ? key : fold(key)
    }

    /// Small letters first and then capitals bring together what full case folding does, such as ẞ, ß and SS.
    private static func fold(_ key: [UInt8]) -> [UInt8] {
        var folded: [UInt8] = []
        for scalar in String(decoding: key, as: UTF8.self).unicodeScalars {
            for lower in scalar.properties.lowercaseMapping.unicodeScalars {
                folded.append(contentsOf: lower.properties.uppercaseMapping.utf8)
            }
        }
        return folded
    }
}

extension LeafText {
    /// The bytes between two source offsets of the leaf, with a line feed for each line end.
    func text(_ range: ByteRange, from line: Int) -> [UInt8] {
        var result: [UInt8] = []
        var index = line
        while index < last, lines[index].range.lower <= range.upper {
            let lower = max(range.lower, lines[index].range.lower)
            let upper = min(range.upper, lines[index].range.upper)
            if lower <= upper { result.append(contentsOf: bytes[lower..<upper]) }
            index += 1
            if index < last, lines[index].range.lower <= range.upper { result.append(0x0A) }
        }
        return result
    }
}
