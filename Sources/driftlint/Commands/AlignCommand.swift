import DriftAlignment
import DriftEngine
import DriftText

/// `driftlint align`: shows which parts of the members of each set stand side by side.
struct AlignCommand {
    let options: Options

    func run(_ paths: [String]) throws -> Int32 {
        let project = try Project(paths, options: options)
        for set in project.sets {
            let aligned = try SetReader(files: project.files).read(set)
            Stream.standardOutput.write("\(aligned.name.escapedForDisplay)\n")
            for line in AlignmentListing(set: aligned).lines() {
                Stream.standardOutput.write("\(line.escapedForDisplay)\n")
            }
        }
        return ExitStatus.clean
    }
}
