import DriftLayout
import DriftText

/// `driftlint locales`: shows the locale sets that were found, and why each document has its locale.
struct LocalesCommand {
    let options: Options

    func run(_ paths: [String]) throws -> Int32 {
        let project = try Project(paths, options: options)
        let sets = project.sets.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        for set in sets { Stream.standardOutput.write(text(set)) }
        for note in project.notes { Stream.standardOutput.write("note: \(note.escapedForDisplay)\n") }
        let documents = sets.reduce(0) { $0 + $1.members.count }
        Stream.standardOutput.write("\(documents) documents in \(sets.count) locale sets\n")
        return ExitStatus.clean
    }

    private func text(_ set: LocaleSet) -> String {
        let width = set.members.map { $0.locale.description.count }.max() ?? 0
        let paths = set.members.map { $0.path.escapedForDisplay }
        let pathWidth = paths.map(\.displayWidth).max() ?? 0
        var text = set.name.escapedForDisplay + "\n"
        for (index, member) in set.members.enumerated() {
            let tag = member.locale.description
            let blanks = String(repeating: " ", count: width - tag.count)
            let gap = String(repeating: " ", count: pathWidth - paths[index].displayWidth)
            text += "  \(tag)\(blanks)  \(paths[index])\(gap)  \(index == 0 ? "source, " : "")\(member.reason)\n"
        }
        return text + "\n"
    }
}
