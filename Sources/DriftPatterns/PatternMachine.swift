import DriftText

/// Runs a program over a text: all threads at once, byte by byte, each instruction at most once a byte.
///
/// After Thompson (1968) and Pike's captures as described by Cox, “Regular Expression Matching: the Virtual Machine
/// Approach” (2009).
struct PatternMachine {
    /// Threads in the order in which they are preferred; at most one at each instruction.
    private struct Threads {
        var order: [Int] = []
        /// Captures of each thread, by instruction.
        var slots: [Int]
        /// The round in which an instruction was last reached.
        var round: [Int]
    }

    private enum Task {
        case follow(Int)
        /// Sets a slot back once all that followed the change is done.
        case restore(slot: Int, value: Int)
    }

    private let program: PatternProgram
    private let text: [UInt8]
    private let width: Int
    /// Those that are under way, and those that have read the next character.
    private var lists: [Threads]
    /// Which of the two lists is the first.
    private var current = 0
    private var captures: [Int]
    private var tasks: [Task] = []
    private var round = 0
    /// Instructions that were looked at.
    private(set) var steps = 0

    init(program: PatternProgram, text: [UInt8]) {
        self.program = program
        self.text = text
        width = program.slotCount
        let count = program.instructions.count
        let threads = Threads(
            slots: [Int](repeating: -1, count: count * width), round: [Int](repeating: -1, count: count))
        lists = [threads, threads]
        captures = [Int](repeating: -1, count: width)
    }

    /// The leftmost match at or behind an offset.
    mutating func firstMatch(from start: Int) -> PatternMatch? {
        var found: [Int]?
        var index = start
        lists[current].order = []
        round += 1
        while index <= text.count {
            if found == nil { begin(at: index) }
            if found != nil, lists[current].order.isEmpty { break }
            let scalar = index < text.count ? text.scalar(at: index) : (value: 0, length: 1)
            round += 1
            advance(scalar, at: index, &found)
            current = 1 - current
            index += scalar.length
        }
        return found.map(match)
    }

    /// A new thread, less preferred than those that are under way.
    private mutating func begin(at index: Int) {
        for slot in captures.indices { captures[slot] = -1 }
        add(0, at: index, to: current)
    }

    /// Lets each thread read one character; the first that is done ends those behind it.
    private mutating func advance(_ scalar: (value: UInt32, length: Int), at index: Int, _ found: inout [Int]?) {
        let next = 1 - current
        lists[next].order.removeAll(keepingCapacity: true)
        for instruction in lists[current].order {
            steps += 1
            let slots = instruction * width
            switch program.instructions[instruction] {
            case .match:
                found = Array(lists[current].slots[slots..<slots + width])
                return
            case .scalars(let scalars) where index < text.count && scalars.contains(scalar.value):
                for slot in 0..<width { captures[slot] = lists[current].slots[slots + slot] }
                add(instruction + 1, at: index + scalar.length, to: next)
            default: continue
            }
        }
    }

    /// Follows jumps from an instruction to all that read something, the preferred ones first.
    private mutating func add(_ instruction: Int, at index: Int, to list: Int) {
        tasks.append(.follow(instruction))
        while let task = tasks.popLast() {
            switch task {
            case .restore(let slot, let value): captures[slot] = value
            case .follow(let instruction) where lists[list].round[instruction] != round:
                steps += 1
                lists[list].round[instruction] = round
                follow(instruction, at: index, list)
            case .follow: continue
            }
        }
    }

    private mutating func follow(_ instruction: Int, at index: Int, _ list: Int) {
        switch program.instructions[instruction] {
        case .jump(let target): tasks.append(.follow(target))
        case .split(let first, let second): tasks += [.follow(second), .follow(first)]
        case .save(let slot):
            tasks += [.restore(slot: slot, value: captures[slot]), .follow(instruction + 1)]
            captures[slot] = index
        case .assert(let assertion): if holds(assertion, at: index) { tasks.append(.follow(instruction + 1)) }
        case .scalars, .match:
            lists[list].order.append(instruction)
            for slot in 0..<width { lists[list].slots[instruction * width + slot] = captures[slot] }
        }
    }

    private func holds(_ assertion: PatternNode.Assertion, at index: Int) -> Bool {
        switch assertion {
        case .start: index == 0
        case .end: index == text.count
        case .wordBoundary: isWord(before: index) != isWord(at: index)
        case .noWordBoundary: isWord(before: index) == isWord(at: index)
        }
    }

    private func isWord(at index: Int) -> Bool {
        index < text.count && text.scalar(at: index).value.isWordCharacter
    }

    private func isWord(before index: Int) -> Bool {
        var start = index - 1
        while start > 0, index - start < 4, text[start] & 0xC0 == 0x80 { start -= 1 }
        return start >= 0 && isWord(at: start)
    }

    private func match(_ slots: [Int]) -> PatternMatch {
        let captures = (1..<width / 2).map { group in
            slots[2 * group] >= 0 && slots[2 * group + 1] >= 0 ? slots[2 * group]..<slots[2 * group + 1] : nil
        }
        return PatternMatch(range: slots[0]..<slots[1], captures: captures)
    }
}
