import DriftAlignment

/// A message of a team's own, in which names in braces stand for what a finding is about.
package struct MessageTemplate: Sendable, Hashable {
    /// A name in braces that stands for nothing.
    struct UnknownName: Error {
        let name: String
    }

    private enum Name: String, CaseIterable {
        case found, expected, source, detail, locale
    }

    private enum Piece: Hashable {
        case text(String)
        case name(Name)
    }

    private var pieces: [Piece] = []

    /// Names that may be used.
    static let names = Name.allCases.map(\.rawValue)

    init(_ text: String) throws(UnknownName) {
        for (index, part) in text.split(separator: "{", omittingEmptySubsequences: false).enumerated() {
            guard index > 0 else {
                pieces.append(.text(String(part)))
                continue
            }
            let halves = part.split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2, let name = Name(rawValue: String(halves[0])) else {
                throw UnknownName(name: String(halves[0]))
            }
            pieces += [.name(name), .text(String(halves[1]))]
        }
    }

    func text(for difference: Difference, in set: AlignedSet) -> String {
        pieces.map { piece in
            switch piece {
            case .text(let text): text
            case .name(.found): difference.found
            case .name(.expected): difference.expected
            case .name(.source): difference.counterparts.first?.text ?? ""
            case .name(.detail): difference.detail
            case .name(.locale): set.members[difference.passage.member].locale.description
            }
        }.joined()
    }
}
