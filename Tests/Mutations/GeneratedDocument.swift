/// Writes documents of sections, paragraphs, nested lists, tables, code, images and links that are the same on every run.
///
/// No two parts of a document are alike: each has a number, a code span or a link that no other has.
package struct GeneratedDocument {
    private var generator: Generator
    private var text = ""
    private var count = 0

    private static let words = [
        "river", "stone", "lantern", "window", "garden", "letter", "market", "bridge", "kitchen", "forest", "silver",
        "winter", "morning", "paper", "engine", "harbor", "sister", "candle", "mirror", "blanket", "quiet", "simple",
        "golden", "narrow", "distant", "always", "gently", "rarely", "carry", "follow", "remember", "gather", "listen",
        "wander", "repair", "borrow", "measure", "deliver", "unfold", "climb",
    ]

    /// The Markdown of a document of about thirty parts.
    package static func markdown(seed: UInt64) -> String {
        var document = GeneratedDocument(generator: Generator(state: seed &* 7919 &+ 17))
        document.write()
        return document.text
    }

    private init(generator: Generator) {
        self.generator = generator
    }

    private mutating func write() {
        text += "# \(sentence(3))\n\n"
        for section in 0..<random(3...5) {
            text += section > 0 && random(0...2) == 0 ? "### " : "## "
            text += "\(sentence(random(2...4)))\n\n"
            for _ in 0..<random(1...4) { writeBlock() }
        }
    }

    private mutating func writeBlock() {
        switch random(0...8) {
        case 0: writeList(depth: 0)
        case 1: writeList(depth: 1)
        case 2: writeTable()
        case 3: text += "```sh\ntool run --step \(number())\ntool stop \(number())\n```\n\n"
        case 4: text += "![\(sentence(3))](images/step-\(number()).png)\n\n"
        case 5: text += "> \(sentence(random(6...12))).\n\n"
        default: text += "\((0..<random(1...3)).map { _ in sentence(random(6...14)) + "." }.joined(separator: " "))\n\n"
        }
    }

    private mutating func writeList(depth: Int) {
        for _ in 0..<random(2...4) {
            text += "- \(sentence(random(4...9)))\n"
            if depth > 0, random(0...1) == 0 {
                for _ in 0..<random(1...3) { text += "  - \(sentence(random(3...6)))\n" }
            }
        }
        text += "\n"
    }

    private mutating func writeTable() {
        let columns = random(2...5)
        text += "| " + (0..<columns).map { _ in sentence(2) }.joined(separator: " | ") + " |\n"
        text += "|" + String(repeating: " --- |", count: columns) + "\n"
        for _ in 0..<random(2...5) {
            text += "| " + (0..<columns).map { _ in sentence(random(1...4)) }.joined(separator: " | ") + " |\n"
        }
        text += "\n"
    }

    /// Some words, and one thing that no language changes.
    private mutating func sentence(_ words: Int) -> String {
        var parts = (0..<words).map { _ in word() }
        let anchor =
            switch random(0...3) {
            case 0: "`option-\(number())`"
            case 1: "[\(word()) \(word())](page-\(number()).md)"
            default: "\(number())"
            }
        parts.insert(anchor, at: random(1...parts.count))
        return parts.joined(separator: " ")
    }

    private mutating func word() -> String { Self.words[random(0...Self.words.count - 1)] }

    /// Numbers without a pattern, so that they count nothing.
    private mutating func number() -> Int {
        count += 1
        return 100 + (count * 7919) % 9000
    }

    private mutating func random(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
}

/// Gives the same numbers on every run.
private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ state >> 29
    }
}
