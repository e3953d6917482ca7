import DriftLanguage
import DriftMarkdown
import DriftText

/// Something in a document's text that is wrong whatever it translates.
struct TextDefect {
    let aspect: Difference.Aspect
    /// The segment in which it stands; nil for what is counted through the whole file.
    let segment: Int?
    let range: ByteRange
    let found: String
    var detail = ""
    /// All places of what is counted through the whole file.
    var places: [ByteRange] = []
}

/// Finds what is wrong in the text of a source and its translations. What a translation copied from its source shares the
/// source's cause.
struct TextDefects {
    let set: AlignedSet

    func differences() -> [Difference] {
        let inSource = defects(of: 0)
        return inSource.map { difference($0, member: 0, copied: nil) }
            + self.set.targets.flatMap { member in
                defects(of: member).map { difference($0, member: member, copied: original(of: $0, member, inSource)) }
            }
    }

    private func defects(of member: Int) -> [TextDefect] {
        let outline = self.set.members[member].outline
        var defects = CharacterDefects(outline: outline).defects()
        for segment in outline.segments.indices where WordDefects.canStand(in: outline.part(of: segment).kind) {
            defects += WordDefects(outline: outline, segment: segment).defects()
        }
        return defects
    }

    private func original(of defect: TextDefect, _ member: Int, _ inSource: [TextDefect]) -> TextDefect? {
        let partner = defect.segment.map { Int(self.set.pairs[member - 1].sources[$0]) }
        return inSource.first {
            $0.aspect == defect.aspect && $0.segment == partner && (partner == nil || $0.found == defect.found)
        }
    }

    private func difference(_ defect: TextDefect, member: Int, copied: TextDefect?) -> Difference {
        let passage = Difference.Passage(member: member, range: defect.range, text: defect.found)
        let cause =
            copied.map { Difference.cause(.defective, defect.aspect, $0.range) }
            ?? (member == 0
                ? Difference.cause(.defective, defect.aspect, defect.range)
                : Difference.cause(.defective, defect.aspect, member: member, defect.found))
        var difference = Difference(
            .defective, defect.aspect, at: passage, counterparts: counterparts(defect, member, copied),
            found: defect.found, detail: defect.detail, cause: cause)
        difference.places = defect.places
        return difference
    }

    private func counterparts(_ defect: TextDefect, _ member: Int, _ copied: TextDefect?) -> [Difference.Passage] {
        if let copied { return [self.set.source.passage(of: copied.range, member: 0)] }
        guard member > 0, let segment = defect.segment else { return [] }
        let partner = self.set.pairs[member - 1].sources[segment]
        return partner < 0 ? [] : [self.set.source.passage(ofSegment: Int(partner), member: 0)]
    }
}
