import DriftMarkdown
import DriftText

/// Markers of list items that are inserted, and new numbers for the items behind them.
///
/// Where a list counts 1, 2, 3 it counts on through what is inserted, as whoever wrote it would have it; a list that has
/// gaps or one number throughout shows that nobody cares, and its other items stay as they are.
struct ItemNumbers {
    private let document: Document
    /// By list, the items in whose neighbourhood something was inserted: the first item whose number is to change.
    private var insertions: [Int: [Int]] = [:]

    init(_ document: Document) {
        self.document = document
    }

    /// The marker, such as `-` or `3.`, of an item that is inserted, after those that were asked for before.
    mutating func marker(beside place: InsertionPlace) -> [UInt8] {
        let item = document.blocks[place.neighbour]
        let marker = marker(of: item)
        let list = Int(item.parent)
        guard let number = Self.number(marker), !isConstant(list) else { return marker }
        let before = insertions[list, default: []].count { $0 <= place.neighbour + (place.isBefore ? 0 : 1) }
        insertions[list, default: []].append(place.isBefore ? place.neighbour : place.neighbour + 1)
        return Array(String(number + before + (place.isBefore ? 0 : 1)).utf8) + marker.drop { $0.isASCIIDigit }
    }

    /// New numbers for the items behind what was inserted, ascending in each list.
    func edits() -> [TextEdit] {
        insertions.keys.sorted().flatMap { edits(ofList: $0, insertions[$0] ?? []) }
    }

    private func edits(ofList list: Int, _ places: [Int]) -> [TextEdit] {
        let items = Array(document.children(of: list))
        guard isConsecutive(items) else { return [] }
        var edits: [TextEdit] = []
        for item in items {
            let block = document.blocks[item]
            let before = places.count { $0 <= item }
            guard before > 0, let number = Self.number(marker(of: block)) else { continue }
            let digits = marker(of: block).prefix { $0.isASCIIDigit }.count
            let text = Array(String(number + before).utf8)
            // A longer number would push what the item holds out of it.
            if text.count != digits, !isOneLine(block) { return [] }
            edits.append(TextEdit(ByteRange(block.info.lower, block.info.lower + digits), text))
        }
        return edits
    }

    private func marker(of item: Block) -> [UInt8] { Array(document.source.bytes[item.info.indices]) }

    private static func number(_ marker: [UInt8]) -> Int? {
        Int(String(decoding: marker.prefix { $0.isASCIIDigit }, as: UTF8.self))
    }

    private func numbers(_ items: [Int]) -> [Int?] { items.map { Self.number(marker(of: document.blocks[$0])) } }

    /// Whether all items of the list have the same number.
    private func isConstant(_ list: Int) -> Bool {
        let numbers = numbers(Array(document.children(of: list).prefix(3)))
        return numbers.count > 1 && numbers.allSatisfy { $0 == numbers[0] }
    }

    private func isConsecutive(_ items: [Int]) -> Bool {
        let numbers = numbers(items).compactMap(\.self)
        guard numbers.count == items.count, numbers.count > 1, let first = numbers.first else { return false }
        return numbers.elementsEqual(first..<first + numbers.count)
    }

    private func isOneLine(_ item: Block) -> Bool {
        document.source.lineIndex(at: item.info.lower)
            == document.source.lineIndex(at: max(item.info.lower, item.range.upper - 1))
    }
}
