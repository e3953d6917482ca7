import DriftText

/// Reads a pattern as it is written.
struct PatternParser {
    /// Groups may nest as deeply as this.
    private static let depthLimit = 50
    private static let countLimit = 1_000

    private let bytes: [UInt8]
    /// How many groups `\1` may refer to; nil where it may not be written.
    private let referenceCount: Int?
    private var index = 0
    private var depth = 0
    private var ignoresCase = false
    /// Groups met so far that are captured.
    private(set) var groupCount = 0

    init(_ text: String, groupCount: Int?) {
        bytes = Array(text.utf8)
        referenceCount = groupCount
    }

    mutating func parse() throws(PatternError) -> PatternNode {
        let node = try choice()
        guard index == bytes.count else { throw error("`)` closes no group; write `\\)` for the character") }
        return node
    }

    private func error(_ message: String, at offset: Int? = nil) -> PatternError {
        PatternError(offset: offset ?? index, message: message)
    }

    private var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func take(_ text: String) -> Bool {
        guard bytes[index...].starts(with: text.utf8) else { return false }
        index += text.utf8.count
        return true
    }

    // MARK: Structure

    private mutating func choice() throws(PatternError) -> PatternNode {
        var nodes = [try sequence()]
        while take("|") { nodes.append(try sequence()) }
        return nodes.count == 1 ? nodes[0] : .choice(nodes)
    }

    private mutating func sequence() throws(PatternError) -> PatternNode {
        var nodes: [PatternNode] = []
        while let byte, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
            let start = index
            let node = try atom()
            nodes.append(try repeated(node, from: start))
        }
        return nodes.count == 1 ? nodes[0] : nodes.isEmpty ? .empty : .sequence(nodes)
    }

    private mutating func atom() throws(PatternError) -> PatternNode {
        if take("(") { return try group() }
        if take("[") { return .scalars(try bracket()) }
        if take(".") { return .scalars(.anyButLineEnd) }
        if take("^") { return .assertion(.start) }
        if take("$") { return .assertion(.end) }
        if take("\\") { return try escape() }
        if let byte, "*+?".utf8.contains(byte) {
            let sign = String(UnicodeScalar(byte))
            throw error("`\(sign)` repeats nothing; write `\\\(sign)` for the character")
        }
        return .scalars(ScalarClass(scalar(), ignoresCase: ignoresCase))
    }

    private mutating func scalar() -> UInt32 {
        let scalar = bytes.scalar(at: index)
        index += scalar.length
        return scalar.value
    }

    private mutating func group() throws(PatternError) -> PatternNode {
        let start = index - 1
        let outerCase = ignoresCase
        depth += 1
        guard depth <= Self.depthLimit else {
            throw error("groups are nested more than \(Self.depthLimit) deep", at: start)
        }
        var number: Int?
        if take("?") {
            // `(?i)` holds to the end of the group that it stands in, and is no group itself.
            if take("i)") {
                depth -= 1
                ignoresCase = true
                return .empty
            }
            if take("i:") {
                ignoresCase = true
            } else if !take(":") {
                throw unknownGroup(start)
            }
        } else {
            groupCount += 1
            number = groupCount
        }
        let node = try choice()
        guard take(")") else {
            throw error("`(` is not closed; add `)`, or write `\\(` for the character", at: start)
        }
        depth -= 1
        ignoresCase = outerCase
        return number.map { .group($0, node) } ?? node
    }

    private func unknownGroup(_ start: Int) -> PatternError {
        switch byte {
        case UInt8(ascii: "="), UInt8(ascii: "!"):
            error("look-ahead is not supported; match the text itself", at: start)
        case UInt8(ascii: "<"), UInt8(ascii: "P"):
            error("look-behind and named groups are not supported; write `(…)` and `\\1`", at: start)
        default: error("`(?` is followed by `:`, `i)` or `i:`; write `\\(` for the character", at: start)
        }
    }

    // MARK: Repetition

    private mutating func repeated(_ node: PatternNode, from start: Int) throws(PatternError) -> PatternNode {
        let sign = index
        let bounds: (least: Int, most: Int?)
        if take("*") {
            bounds = (0, nil)
        } else if take("+") {
            bounds = (1, nil)
        } else if take("?") {
            bounds = (0, 1)
        } else if let counts = try counts() {
            bounds = counts
        } else {
            return node
        }
        if case .assertion = node { throw error("an anchor cannot be repeated", at: sign) }
        let isLazy = take("?")
        if let byte, "*+?".utf8.contains(byte) || isCount {
            throw error("what is repeated is repeated again; put it into `(?:…)` first")
        }
        return .repetition(node, least: bounds.least, most: bounds.most, isLazy: isLazy)
    }

    private var isCount: Bool {
        byte == UInt8(ascii: "{") && index + 1 < bytes.count && (0x30...0x39).contains(bytes[index + 1])
    }

    /// `{2}`, `{2,}` or `{2,4}`; a brace without a number is the character.
    private mutating func counts() throws(PatternError) -> (least: Int, most: Int?)? {
        guard isCount else { return nil }
        let start = index
        index += 1
        let least = number() ?? 0
        var most: Int? = least
        if take(",") { most = number() }
        guard take("}") else {
            throw error("`{` is not closed; write {2}, {2,} or {2,4}, or `\\{` for the character", at: start)
        }
        guard max(least, most ?? 0) <= Self.countLimit else {
            throw error("at most \(Self.countLimit) repetitions can be counted; write `*` or `+`", at: start)
        }
        guard least <= most ?? least else {
            throw error("{\(least),\(most ?? 0)} asks for more than it allows; swap the numbers", at: start)
        }
        return (least, most)
    }

    private mutating func number() -> Int? {
        var value: Int?
        while let byte, (0x30...0x39).contains(byte) {
            value = min((value ?? 0) * 10 + Int(byte - 0x30), 1_000_000)
            index += 1
        }
        return value
    }

    // MARK: Escapes and classes

    private mutating func escape() throws(PatternError) -> PatternNode {
        let start = index - 1
        if take("b") { return .assertion(.wordBoundary) }
        if take("B") { return .assertion(.noWordBoundary) }
        if let byte, (0x31...0x39).contains(byte) { return try reference(Int(byte - 0x30), at: start) }
        let item = try escapedItem(from: start)
        guard case .range(let range) = item.kind else {
            var scalars = ScalarClass()
            scalars.items = [item]
            return .scalars(scalars)
        }
        return .scalars(ScalarClass(range.lowerBound, ignoresCase: ignoresCase))
    }

    private mutating func reference(_ number: Int, at start: Int) throws(PatternError) -> PatternNode {
        index += 1
        guard let referenceCount else {
            throw error("`\\\(number)` is not supported here, only in the pattern of the target", at: start)
        }
        guard number <= referenceCount else {
            throw error("`\\\(number)` is no group: the pattern of the source has \(referenceCount)", at: start)
        }
        return .reference(number: number, ignoresCase: ignoresCase)
    }

    /// What follows a backslash, in or out of brackets.
    private mutating func escapedItem(from start: Int) throws(PatternError) -> ScalarClass.Item {
        guard let byte else { throw error("the pattern ends in `\\`; write `\\\\` for the character", at: start) }
        index += 1
        switch byte {
        case UInt8(ascii: "d"): return ScalarClass.Item(kind: .property(.decimal))
        case UInt8(ascii: "D"): return ScalarClass.Item(kind: .property(.decimal), isNegated: true)
        case UInt8(ascii: "w"): return ScalarClass.Item(kind: .property(.word))
        case UInt8(ascii: "W"): return ScalarClass.Item(kind: .property(.word), isNegated: true)
        case UInt8(ascii: "s"): return ScalarClass.Item(kind: .property(.space))
        case UInt8(ascii: "S"): return ScalarClass.Item(kind: .property(.space), isNegated: true)
        case UInt8(ascii: "p"): return try property(isNegated: false, from: start)
        case UInt8(ascii: "P"): return try property(isNegated: true, from: start)
        case UInt8(ascii: "n"): return Self.item(0x0A)
        case UInt8(ascii: "t"): return Self.item(0x09)
        case UInt8(ascii: "r"): return Self.item(0x0D)
        case UInt8(ascii: "u"): return Self.item(try code(from: start))
        default:
            guard byte < 0x80, !Self.isLetterOrDigit(byte) else {
                throw error("`\\` has no meaning before this character; leave it out, or write `\\\\`", at: start)
            }
            return Self.item(UInt32(byte))
        }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || (0x30...0x39).contains(byte)
    }

    private static func item(_ scalar: UInt32) -> ScalarClass.Item { ScalarClass.Item(kind: .range(scalar...scalar)) }

    private mutating func braced() -> String? {
        guard take("{"), let end = bytes[index...].firstIndex(of: UInt8(ascii: "}")) else { return nil }
        defer { index = end + 1 }
        return String(decoding: bytes[index..<end], as: UTF8.self)
    }

    private mutating func code(from start: Int) throws(PatternError) -> UInt32 {
        guard let text = braced(), let code = UInt32(text, radix: 16), Unicode.Scalar(code) != nil else {
            throw error("`\\u` is followed by a character's number in braces, such as `\\u{200B}`", at: start)
        }
        return code
    }

    private mutating func property(isNegated: Bool, from start: Int) throws(PatternError) -> ScalarClass.Item {
        let known = ScalarClass.Property.named
        guard let name = braced(), let found = known.first(where: { $0.name == name }) else {
            let names = known.map(\.name).joined(separator: ", ")
            throw error("`\\p` is followed by one of these names in braces, as in `\\p{L}`: \(names)", at: start)
        }
        return ScalarClass.Item(kind: .properties(found.properties), isNegated: isNegated)
    }

    private mutating func bracket() throws(PatternError) -> ScalarClass {
        let start = index - 1
        var scalars = ScalarClass()
        scalars.ignoresCase = ignoresCase
        scalars.isNegated = take("^")
        var isFirst = true
        while let byte, isFirst || byte != UInt8(ascii: "]") {
            isFirst = false
            scalars.items.append(try bracketItem())
        }
        guard take("]") else { throw error("`[` is not closed; add `]`, or write `\\[` for the character", at: start) }
        return scalars
    }

    private mutating func bracketItem() throws(PatternError) -> ScalarClass.Item {
        let start = index
        let low = try bracketEnd()
        guard case .range(let from) = low.kind, byte == UInt8(ascii: "-"), index + 1 < bytes.count,
            bytes[index + 1] != UInt8(ascii: "]")
        else { return low }
        index += 1
        guard case .range(let to) = try bracketEnd().kind, from.lowerBound <= to.lowerBound else {
            throw error("a range goes from a character to a later one; write `\\-` for the character", at: start)
        }
        return ScalarClass.Item(kind: .range(from.lowerBound...to.lowerBound))
    }

    private mutating func bracketEnd() throws(PatternError) -> ScalarClass.Item {
        let start = index
        if take("\\") { return try escapedItem(from: start) }
        return Self.item(scalar())
    }
}
