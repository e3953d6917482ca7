import Testing

@testable import DriftPatterns

/// Patterns and texts at random, the same in every run.
private struct Generator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func below(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % limit
    }

    mutating func text() -> [UInt8] { (0..<below(8)).map { _ in Array("ab ".utf8)[below(3)] } }

    mutating func pattern(depth: Int = 3) -> String {
        switch depth == 0 ? below(3) : below(10) {
        case 0: ["a", "b", "."][below(3)]
        case 1: ["[ab]", "[^a]", "\\w", "\\s"][below(4)]
        case 2: ["^", "$", "\\b", "\\B", ""][below(5)]
        case 3, 4: pattern(depth: depth - 1) + pattern(depth: depth - 1)
        case 5: "(\(pattern(depth: depth - 1))|\(pattern(depth: depth - 1)))"
        case 6: "(?:\(pattern(depth: depth - 1))|\(pattern(depth: depth - 1)))"
        default:
            "(\(pattern(depth: depth - 1)))"
                + ["*", "+", "?", "*?", "+?", "??", "{2}", "{1,2}", "{0,2}?", "{2,}"][below(10)]
        }
    }
}

@Test(arguments: 0..<20)
func agreesWithBacktracking(_ seed: Int) throws {
    var generator = Generator(seed: UInt64(seed + 1))
    for _ in 0..<250 {
        let (text, written) = (generator.text(), generator.pattern())
        var parser = PatternParser(written, groupCount: nil)
        let node = try parser.parse()
        let expected = NaiveMatcher(text: text).firstMatch(node, groupCount: parser.groupCount)
        let found = try Pattern(written).firstMatch(in: text)
        let place: Comment = "\(written) in “\(String(decoding: text, as: UTF8.self))”"
        #expect(found?.range.lowerBound == expected?.range.lowerBound, place)
        if !node.repeatsNothing { #expect(found == expected, place) }
    }
}

extension PatternNode {
    /// Whether a round of a loop may read nothing: what belongs to which round is then decided otherwise.
    fileprivate var repeatsNothing: Bool {
        switch self {
        case .empty, .scalars, .assertion, .reference: false
        case .sequence(let nodes), .choice(let nodes): nodes.contains(where: \.repeatsNothing)
        case .group(_, let node): node.repeatsNothing
        case .repetition(let node, _, let most, _): most == nil && node.isNullable || node.repeatsNothing
        }
    }
}
