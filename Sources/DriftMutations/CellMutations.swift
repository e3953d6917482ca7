import DriftLanguage
import DriftMarkdown
import DriftText

/// Single cells.
extension Subject {
    func swappedCells() -> [Mutation] {
        equalTables.flatMap { _, table in
            table.body.flatMap { row in
                zip(table.cells[row], table.cells[row].dropFirst()).compactMap { left, right in
                    guard !range(left).isEmpty, !range(right).isEmpty else { return nil }
                    return swapped(range(left), range(right), .cellsSwapped, "cells")
                }
            }
        }
    }

    func emptiedCells() -> [Mutation] {
        cellPairs().compactMap { cell, original in
            let own = Array(source.source.bytes[source.blocks[original].range.indices])
            guard range(cell).count > 2, own.count > 2, !Wording.isNotApplicable(own),
                !Wording.isNotApplicable(bytes(range(cell)))
            else { return nil }
            return Mutation(.cellEmptied, [.init(range(cell))], "cell emptied: \(quote(range(cell)))")
        }
    }

    func untranslatedCells() -> [Mutation] {
        cellPairs().compactMap { cell, original in
            let own = Array(source.source.bytes[source.blocks[original].range.indices])
            guard own.count > 12, own.hasWord(of: 4), own != bytes(range(cell)), !own.holdsLink, !range(cell).isEmpty
            else { return nil }
            return Mutation(
                .cellUntranslated, [.init(range(cell), own)], "cell in the source language: \(quote(own))")
        }
    }

    /// Cells below the headers with those at their places in the source.
    private func cellPairs() -> [(cell: Int, original: Int)] {
        equalTables.flatMap { source, target in
            target.body.flatMap { row in
                zip(target.cells[row], source.cells[row]).map { (cell: $0, original: $1) }
            }
        }
    }

    /// Pads every cell of a table by one blank on each side.
    func realignedTables() -> [Mutation] {
        inTarget.tables.map { table in
            let edits = table.cells.joined().flatMap { cell in
                let padded = target.blocks[cell].info
                return [
                    TextEdit(ByteRange(padded.lower, padded.lower), [0x20]),
                    TextEdit(ByteRange(padded.upper, padded.upper), [0x20]),
                ]
            }
            return Mutation(.tableRealigned, edits, "cells padded")
        }
    }
}

extension [UInt8] {
    /// Whether so many ASCII letters in lower case follow one another.
    func hasWord(of length: Int) -> Bool {
        var count = 0
        for byte in self {
            count = byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") ? count + 1 : 0
            if count >= length { return true }
        }
        return false
    }

    /// Whether the text may hold a link, whose target would be another one elsewhere.
    var holdsLink: Bool { contains(UInt8(ascii: "[")) || contains(UInt8(ascii: "<")) || hasAddress }

    private var hasAddress: Bool {
        indices.contains { self[$0] == UInt8(ascii: ":") && self[$0...].starts(with: "://".utf8) }
    }
}
