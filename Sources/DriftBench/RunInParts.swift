extension ToolRun {
    /// Bytes of file names that one process gets at most.
    private static let mostArgumentBytes = 500_000

    /// Runs the program on files, one process after the other where their names are too many for one.
    ///
    /// - Returns: what all runs take together.
    func runInParts(_ flags: [String], _ files: [String], adding settings: [String] = []) throws -> Usage {
        var total = Usage()
        for part in Self.parts(files) { total.add(try run(flags + part, adding: settings)) }
        return total
    }

    private static func parts(_ files: [String]) -> [[String]] {
        var parts: [[String]] = []
        var size = mostArgumentBytes
        for file in files {
            size += file.utf8.count + 9
            if size > mostArgumentBytes {
                parts.append([])
                size = file.utf8.count + 9
            }
            parts[parts.count - 1].append(file)
        }
        return parts
    }
}
