import DriftText

/// What a pattern says, as a tree.
indirect enum PatternNode: Sendable, Hashable {
    case empty
    case scalars(ScalarClass)
    case sequence([PatternNode])
    case choice([PatternNode])
    /// A group that is captured, counted from 1.
    case group(Int, PatternNode)
    case assertion(Assertion)
    /// - Parameter most: nil for any number.
    case repetition(PatternNode, least: Int, most: Int?, isLazy: Bool)
    /// What group `number` of another pattern captured; with or without regard to case.
    case reference(number: Int, ignoresCase: Bool)

    enum Assertion: Sendable, Hashable {
        case start, end, wordBoundary, noWordBoundary
    }

    /// Whether it can match without reading anything.
    var isNullable: Bool {
        switch self {
        case .empty, .assertion, .reference: true
        case .scalars: false
        case .sequence(let nodes): nodes.allSatisfy(\.isNullable)
        case .choice(let nodes): nodes.contains(where: \.isNullable)
        case .group(_, let node): node.isNullable
        case .repetition(let node, let least, _, _): least == 0 || node.isNullable
        }
    }

    /// With texts in the place of references.
    func filled(with captures: [[UInt8]]) -> PatternNode {
        switch self {
        case .empty, .scalars, .assertion: self
        case .sequence(let nodes): .sequence(nodes.map { $0.filled(with: captures) })
        case .choice(let nodes): .choice(nodes.map { $0.filled(with: captures) })
        case .group(_, let node): node.filled(with: captures)
        case .repetition(let node, let least, let most, let isLazy):
            .repetition(node.filled(with: captures), least: least, most: most, isLazy: isLazy)
        case .reference(let number, let ignoresCase):
            number <= captures.count ? .literal(captures[number - 1], ignoresCase: ignoresCase) : .empty
        }
    }

    private static func literal(_ text: [UInt8], ignoresCase: Bool) -> PatternNode {
        var nodes: [PatternNode] = []
        var index = 0
        while index < text.count {
            let scalar = text.scalar(at: index)
            nodes.append(.scalars(ScalarClass(scalar.value, ignoresCase: ignoresCase)))
            index += scalar.length
        }
        return .sequence(nodes)
    }
}
