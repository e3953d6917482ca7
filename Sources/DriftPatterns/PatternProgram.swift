/// Instructions for the machine that a pattern is compiled to.
struct PatternProgram: Sendable {
    enum Instruction: Sendable {
        case scalars(ScalarClass)
        /// Goes on at both, the first being preferred.
        case split(Int, Int)
        case jump(Int)
        case save(Int)
        case assert(PatternNode.Assertion)
        case match
    }

    /// More instructions are refused: each byte of a text may need a step for every one of them.
    static let limit = 4_000

    private(set) var instructions: [Instruction] = []
    let groupCount: Int

    init(_ node: PatternNode, groupCount: Int) throws(PatternError) {
        self.groupCount = groupCount
        try emit(.save(0))
        try compile(node)
        try emit(.save(1))
        try emit(.match)
    }

    /// Groups and the whole each have a beginning and an end.
    var slotCount: Int { 2 * groupCount + 2 }

    private mutating func emit(_ instruction: Instruction) throws(PatternError) {
        guard instructions.count < Self.limit else {
            throw PatternError(
                offset: 0,
                message: "the pattern is too large, since counted repetitions multiply; repeat fewer times or write `*`"
            )
        }
        instructions.append(instruction)
    }

    private mutating func compile(_ node: PatternNode) throws(PatternError) {
        switch node {
        case .empty, .reference: return
        case .scalars(let scalars): try emit(.scalars(scalars))
        case .assertion(let assertion): try emit(.assert(assertion))
        case .sequence(let nodes): for node in nodes { try compile(node) }
        case .choice(let nodes): try compile(choice: nodes[...])
        case .group(let number, let node):
            // A template's groups are not captured.
            if number <= groupCount { try emit(.save(2 * number)) }
            try compile(node)
            if number <= groupCount { try emit(.save(2 * number + 1)) }
        case .repetition(let node, let least, let most, let isLazy):
            try compile(node, least: least, most: most, isLazy: isLazy)
        }
    }

    private mutating func compile(choice nodes: ArraySlice<PatternNode>) throws(PatternError) {
        var ends: [Int] = []
        for node in nodes.dropLast() {
            let split = instructions.count
            try emit(.match)
            try compile(node)
            ends.append(instructions.count)
            try emit(.match)
            instructions[split] = .split(split + 1, instructions.count)
        }
        if let last = nodes.last { try compile(last) }
        for end in ends { instructions[end] = .jump(instructions.count) }
    }

    private mutating func compile(
        _ node: PatternNode, least: Int, most: Int?, isLazy: Bool
    ) throws(PatternError) {
        guard let most else { return try compileEndless(node, least: least, isLazy: isLazy) }
        try compile(node, times: least)
        var splits: [Int] = []
        for _ in least..<max(least, most) {
            splits.append(instructions.count)
            try emit(.match)
            try compile(node)
        }
        for split in splits { instructions[split] = fork(split + 1, instructions.count, isLazy: isLazy) }
    }

    private mutating func compileEndless(_ node: PatternNode, least: Int, isLazy: Bool) throws(PatternError) {
        // One that reads something can be its own loop; else an empty first round would count as one too many.
        let isOwnLoop = least > 0 && !node.isNullable
        try compile(node, times: isOwnLoop ? least - 1 : least)
        let start = instructions.count
        if isOwnLoop {
            try compile(node)
            try emit(fork(start, instructions.count + 1, isLazy: isLazy))
        } else {
            try emit(.match)
            try compile(node)
            try emit(.jump(start))
            instructions[start] = fork(start + 1, instructions.count, isLazy: isLazy)
        }
    }

    private mutating func compile(_ node: PatternNode, times: Int) throws(PatternError) {
        for _ in 0..<times {
            let start = instructions.count
            try compile(node)
            // What needs no instruction needs none however often it is repeated.
            if instructions.count == start { return }
        }
    }

    private func fork(_ again: Int, _ on: Int, isLazy: Bool) -> Instruction {
        isLazy ? .split(on, again) : .split(again, on)
    }
}
