import DriftText

/// Finds many terms in a text in one pass: a trie over tokens, whose edges lie in one hash table.
///
/// Building takes time linear in the forms. A search takes, for each token of the text, at most as many steps as a form
/// may have tokens, for each way in which stems overlap.
struct TermIndex: Sendable {
    /// More ways in which stems overlap are not followed.
    private static let nodeLimit = 64

    private struct Edge: Hashable {
        let node: Int32
        let hash: UInt64
    }

    private var words: [Edge: Int32] = [:]
    private var stems: [Edge: Int32] = [:]
    /// How long the stems behind a node are, in bytes.
    private var stemLengths: [Int32: [Int]] = [:]
    /// What ends at a node.
    private var ends: [Int32: [Int]] = [:]
    private var forms: [(form: TermForm, owner: Int)] = []
    private var nodeCount: Int32 = 1

    /// Where forms were found, and whose they are.
    struct Occurrence {
        let tokens: Range<Int>
        /// As they were added, each once, ascending.
        let owners: [Int]
    }

    var isEmpty: Bool { forms.isEmpty }

    mutating func add(_ form: TermForm, owner: Int) {
        var node: Int32 = 0
        for token in form.tokens {
            let edge = Edge(node: node, hash: Self.hash(token.folded[...]))
            if token.isStem {
                if stems[edge] == nil, stemLengths[node, default: []].contains(token.folded.count) == false {
                    stemLengths[node, default: []].append(token.folded.count)
                }
                node = stems[edge] ?? nextNode()
                stems[edge] = node
            } else {
                node = words[edge] ?? nextNode()
                words[edge] = node
            }
        }
        ends[node, default: []].append(forms.count)
        forms.append((form, owner))
    }

    private mutating func nextNode() -> Int32 {
        defer { nodeCount += 1 }
        return nodeCount
    }

    private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        var hash = StableHash()
        hash.combine(bytes)
        return hash.value
    }

    /// All occurrences from left to right, the longest first; they do not overlap.
    func occurrences(in text: TermText) -> [Occurrence] {
        var found: [Occurrence] = []
        var index = 0
        while index < text.tokens.count {
            if let occurrence = longest(in: text, from: index) {
                found.append(occurrence)
                index = occurrence.tokens.upperBound
            } else {
                index += 1
            }
        }
        return found
    }

    private func longest(in text: TermText, from start: Int) -> Occurrence? {
        var nodes: [Int32] = [0]
        var best: Occurrence?
        var index = start
        while index < text.tokens.count, !nodes.isEmpty {
            nodes = Array(nodes.flatMap { following($0, text.foldedSlice(index)) }.prefix(Self.nodeLimit))
            index += 1
            let owners = nodes.flatMap { ends[$0] ?? [] }.filter { fits(forms[$0].form, in: text, from: start) }
                .map { forms[$0].owner }
            if !owners.isEmpty { best = Occurrence(tokens: start..<index, owners: Set(owners).sorted()) }
        }
        return best
    }

    private func following(_ node: Int32, _ word: ArraySlice<UInt8>) -> [Int32] {
        var next = words[Edge(node: node, hash: Self.hash(word))].map { [$0] } ?? []
        for length in stemLengths[node] ?? [] where length <= word.count {
            if let stem = stems[Edge(node: node, hash: Self.hash(word.prefix(length)))] { next.append(stem) }
        }
        return next
    }

    /// Whether capitals are where the form wants them.
    private func fits(_ form: TermForm, in text: TermText, from start: Int) -> Bool {
        form.tokens.indices.allSatisfy { index in
            let token = form.tokens[index]
            return token.exact.isEmpty || text.bytes[text.tokens[start + index]].starts(with: token.exact)
        }
    }
}
