import DriftText

/// A line of a diagram that joins nodes, such as `A[Order] -->|paid| B` or `User ->> Shop: Pay`, without what readers
/// see: names of nodes, arrows and the shapes of nodes.
struct DiagramLink {
    enum Token: Equatable {
        /// The name of a node.
        case name([UInt8])
        /// The signs of an arrow.
        case arrow([UInt8])
        /// A sign that opens a shape, or another one.
        case mark([UInt8])
    }

    let tokens: [Token]
    /// All names of the block's links.
    private(set) var names: Set<[UInt8]> = []

    /// Whether two links are drawn alike. A name that only one of the diagrams has is one that was translated.
    func agrees(with other: DiagramLink) -> Bool {
        tokens.count == other.tokens.count
            && zip(tokens, other.tokens).allSatisfy { own, theirs in
                guard case .name(let name) = own, case .name(let partner) = theirs else { return own == theirs }
                return name == partner || !other.names.contains(name) && !names.contains(partner)
            }
    }

    /// The links of a diagram, line by line; nil for lines that are none, and for kinds of diagrams whose links are
    /// written otherwise.
    static func links(of lines: [ArraySlice<UInt8>], in syntax: DiagramSyntax) -> [DiagramLink?] {
        var reader = DiagramReader(syntax: syntax)
        var links = lines.map { reader.link(in: $0.trimmingBlanks) }
        var names: Set<[UInt8]> = []
        for case .name(let name) in links.compactMap({ $0?.tokens }).joined() { names.insert(name) }
        for index in links.indices { links[index]?.names = names }
        return links
    }
}

/// The languages that diagrams are written in whose links are known.
enum DiagramSyntax {
    case mermaid, plantUML
}

/// Reads a diagram's lines in order, past comments and notes that run over several of them.
private struct DiagramReader {
    let syntax: DiagramSyntax
    private var isInComment = false
    private var isInNote = false
    /// Mermaid: whether the first line names a kind of diagram that has links of this form; nil before it.
    private var isKnownKind: Bool?

    private static let kinds = [
        "flowchart", "flowchart-elk", "graph", "sequenceDiagram", "stateDiagram", "stateDiagram-v2",
    ]
    private static let notes = ["note", "hnote", "rnote", "legend", "title", "header", "footer"]

    init(syntax: DiagramSyntax) {
        self.syntax = syntax
    }

    mutating func link(in line: ArraySlice<UInt8>) -> DiagramLink? {
        let isText = syntax == .mermaid ? isMermaidText(line) : isPlantUMLText(line)
        return isText ? nil : DiagramLinkScanner(text: Array(line), syntax: syntax).link()
    }

    private mutating func isMermaidText(_ line: ArraySlice<UInt8>) -> Bool {
        guard !line.isEmpty, !line.starts(with: "%%".utf8) else { return true }
        if let isKnownKind { return !isKnownKind }
        let word = line.prefix { $0 > 0x20 && $0 != UInt8(ascii: ";") }
        // Settings stand between two lines `---`, each with a colon.
        if word.elementsEqual("---".utf8) || word.last == UInt8(ascii: ":") { return true }
        isKnownKind = Self.kinds.contains { $0.utf8.elementsEqual(word) }
        return true
    }

    private mutating func isPlantUMLText(_ line: ArraySlice<UInt8>) -> Bool {
        if isInComment {
            isInComment = line.firstRange(of: Array("'/".utf8)) == nil
            return true
        }
        if isInNote {
            isInNote = !line.starts(with: "end".utf8)
            return true
        }
        if line.starts(with: "/'".utf8) {
            isInComment = line.dropFirst(2).firstRange(of: Array("'/".utf8)) == nil
            return true
        }
        let word = line.prefix { $0.isASCIILetter }
        guard Self.notes.contains(where: { $0.utf8.elementsEqual(word) }) else {
            return line.first == UInt8(ascii: "'")
        }
        let isTitle =
            word.elementsEqual("title".utf8) || word.elementsEqual("header".utf8) || word.elementsEqual("footer".utf8)
        isInNote = isTitle ? word.count == line.count : !line.contains { $0 == UInt8(ascii: ":") || $0 == 0x22 }
        return true
    }
}
