import DriftMarkdown
import DriftText

/// A code span of a segment.
struct CodeSpan {
    /// As it is compared, without blanks.
    let code: [UInt8]
    let inline: Inline
}

/// Code spans that neither side shares with the other one, the likest of each side laid together; translated placeholders
/// and prose in code are not drift.
struct CodeSpanPairs {
    private let source: [CodeSpan]
    private let target: [CodeSpan]
    /// For each span of the source the target's.
    private var partners: [Int?]
    private var isTaken: [Bool]

    /// Share of common ends from which two spans are alike.
    private static let alike: Float = 0.5

    init(_ unmatched: Unmatched<CodeSpan>) {
        source = unmatched.source
        let isOneName =
            source.count == 1 && unmatched.target.count == 1 && source[0].code.isOneName(with: unmatched.target[0].code)
        target = unmatched.target.filter { span in isOneName || !span.code.contains { $0 >= 0x80 } }
        partners = [Int?](repeating: nil, count: source.count)
        isTaken = [Bool](repeating: false, count: target.count)
        if isOneName { join(0, 0) }
        joinAlike()
        // What has no letters needs no likeness where both sides have as many left.
        joinEven(where: { !$0.hasLetter })
        let isOneFile = source.count { $0.code.isFileName } == 1 && target.count { $0.code.isFileName } == 1
        if isOneFile { joinEven(where: \.isFileName) }
    }

    var pairs: [(source: CodeSpan, target: CodeSpan)] {
        zip(source, partners).compactMap { span, partner in partner.map { (span, target[$0]) } }
    }

    private mutating func joinAlike() {
        let (source, target) = (source, target)
        let likest = LikestPairs.pairs(counts: (source.count, target.count)) {
            let share = source[$0].code.sharedEnds(with: target[$1].code)
            return share >= Self.alike ? share : nil
        }
        for pair in likest { join(pair.source, pair.target) }
    }

    /// Those of a kind that are left, in order, where both sides have as many.
    private mutating func joinEven(where isOfKind: ([UInt8]) -> Bool) {
        let left = (
            source.indices.filter { partners[$0] == nil && isOfKind(source[$0].code) },
            target.indices.filter { !isTaken[$0] && isOfKind(target[$0].code) }
        )
        guard left.0.count == left.1.count else { return }
        for (source, target) in zip(left.0, left.1) { join(source, target) }
    }

    private mutating func join(_ source: Int, _ target: Int) {
        guard partners[source] == nil, !isTaken[target] else { return }
        partners[source] = target
        isTaken[target] = true
    }
}

extension [UInt8] {
    /// Whether it ends as the name of a file does that one edits; `Name.js` is a product's.
    fileprivate var isFileName: Bool {
        let endings = [
            "sh", "bat", "yaml", "yml", "json", "toml", "ini", "cfg", "conf", "properties", "env", "xml", "html", "css",
            "md",
            "txt", "csv", "sql", "js", "jsx", "ts", "tsx", "vue", "py", "rb", "go", "rs", "java", "kt", "swift", "php",
            "c", "h",
            "cpp", "hpp", "cs",
        ]
        guard let first, let dot = lastIndex(of: UInt8(ascii: ".")), dot > 0, allSatisfy({ $0.isFileByte }),
            contains(UInt8(ascii: "/")) || first < UInt8(ascii: "A") || first > UInt8(ascii: "Z")
        else { return false }
        return endings.contains { self[(dot + 1)...].elementsEqual($0.utf8) }
    }

    /// Whether both are names of as many parts, three or more, of which one is the same, as when `no-old-name` was
    /// translated in part.
    fileprivate func isOneName(with other: [UInt8]) -> Bool {
        func parts(_ name: [UInt8]) -> [ArraySlice<UInt8>] {
            name.split { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
        }
        guard !(self + other).contains(where: { " <>(){}[]=,;:'\"/".utf8.contains($0) }) else { return false }
        let sides = (parts(self), parts(other))
        return sides.0.count >= 3 && sides.0.count == sides.1.count
            && zip(sides.0, sides.1).contains { $0 == $1 && $0.count > 2 }
    }
}

extension UInt8 {
    fileprivate var isFileByte: Bool { isWord || "/.-@\\".utf8.contains(self) }
}
