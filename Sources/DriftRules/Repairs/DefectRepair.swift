import DriftAlignment
import DriftLanguage
import DriftText

/// Mends what is wrong in a text by itself where it is plain what is right: characters that nobody sees are taken out,
/// letters and their marks composed.
struct DefectRepair {
    let bytes: [UInt8]
    let difference: Difference

    init(context: CheckContext, difference: Difference) {
        bytes = context.set.members[difference.passage.member].outline.document.source.bytes
        self.difference = difference
    }

    /// nil where that needs judgement.
    func repair() -> Repair? {
        switch difference.aspect {
        case .invisibleCharacter: repair("remove \(difference.found)", isSafe: true) { _ in [] }
        case .controlCharacter: repair("remove \(difference.found)", isSafe: false, unseparated)
        case .decomposedCharacter: repair("write each letter and its mark as one character", isSafe: true, composed)
        default: nil
        }
    }

    private func repair(_ summary: String, isSafe: Bool, _ replacement: ([UInt8]) -> [UInt8]?) -> Repair? {
        var edits: [TextEdit] = []
        for place in difference.places {
            guard let text = replacement(Array(bytes[place.indices])) else { return nil }
            edits.append(TextEdit(place, text))
        }
        return edits.isEmpty
            ? nil : Repair(member: difference.passage.member, edits: edits, summary: summary, isSafe: isSafe)
    }

    /// Nothing; but what separates lines or paragraphs separates words too.
    private func unseparated(_ text: [UInt8]) -> [UInt8]? {
        [0x2028, 0x2029].contains(text.scalar(at: 0).value) ? nil : []
    }

    private func composed(_ text: [UInt8]) -> [UInt8]? {
        let letter = text.scalar(at: 0)
        guard letter.length < text.count else { return nil }
        let mark = text.scalar(at: letter.length)
        guard letter.length + mark.length == text.count else { return nil }
        return Compositions.composition(of: letter.value, mark.value).map { Array(String($0).utf8) }
    }
}
