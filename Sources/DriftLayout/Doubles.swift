internal import DriftLanguage

/// Leaves one document for each locale of a set, and says what became of the others.
struct Doubles {
    let paths: [String]
    var evidence: ContentEvidence
    private(set) var notes: [LayoutNote] = []
    /// How many further documents are looked into, so that a folder of copies costs no more than a few.
    private var looks = 256

    init(paths: [String], evidence: ContentEvidence) {
        (self.paths, self.evidence) = (paths, evidence)
    }

    /// Of two documents for one locale, the one that says its locale more often, then the first by path.
    mutating func oneMemberEach(_ group: [PathReading]) -> [PathReading] {
        var members: [PathReading] = []
        for reading in group.sorted(by: isClearer) {
            if let member = members.first(where: { $0.locale == reading.locale }) {
                notes.append(note(on: reading, beside: paths[member.path]))
            } else {
                members.append(reading)
            }
        }
        return members.sorted { $0.path < $1.path }
    }

    private func isClearer(_ one: PathReading, _ other: PathReading) -> Bool {
        one.slots.count != other.slots.count ? one.slots.count > other.slots.count : one.path < other.path
    }

    private mutating func note(on reading: PathReading, beside member: String) -> LayoutNote {
        let path = paths[reading.path]
        if let locale = reading.locale, looks > 0 {
            looks -= 1
            if evidence.agrees(path, with: locale) == false {
                return stray(path, locale, ", and \(member) is the translation")
            }
        }
        return LayoutNote(.duplicate, path: path, "\(path) is left out: \(member) stands for the same locale")
    }

    private mutating func stray(_ path: String, _ locale: LanguageTag, _ more: String) -> LayoutNote {
        let language = evidence.language(of: path).map { "a stray copy in \($0)" } ?? "a stray copy"
        return LayoutNote(.strayCopy, path: path, "\(path) is left out: it is \(language), not \(locale)\(more)")
    }

    /// In a folder whose documents name their locale once more in a suffix, a document without the suffix is a copy of
    /// the source unless its contents say otherwise.
    mutating func dropStrays(_ groups: inout [[PathReading]]) {
        var members: [LocaleSlot: (suffixed: Int, all: Int)] = [:]
        for group in groups {
            for reading in group where reading.slots.count > 1 {
                members[folder(reading), default: (0, 0)].suffixed += 1
            }
        }
        guard !members.isEmpty else { return }
        for reading in groups.joined() where !reading.slots.isEmpty { members[folder(reading)]?.all += 1 }
        for index in groups.indices {
            groups[index].removeAll { reading in
                guard let locale = reading.locale, reading.slots.count == 1,
                    let folder = members[folder(reading)], folder.suffixed * 3 > folder.all,
                    evidence.agrees(paths[reading.path], with: locale) == false
                else { return false }
                notes.append(stray(paths[reading.path], locale, ", unlike its folder"))
                return true
            }
        }
    }

    /// The first slot, wherever what remains of it lies.
    private func folder(_ reading: PathReading) -> LocaleSlot {
        var slot = reading.slots[0]
        slot.remainder = ""
        return slot
    }
}
