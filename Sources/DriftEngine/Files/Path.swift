/// Paths as text: parts joined by `/`.
package enum Path {
    /// Everything before the last `/`; `.` for a name alone.
    package static func folder(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Everything after the last `/`.
    package static func name(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
        return String(path[path.utf8.index(after: slash)...])
    }

    package static func join(_ folder: String, _ name: String) -> String {
        if folder == "." || folder.isEmpty { return name }
        return folder.hasSuffix("/") ? folder + name : folder + "/" + name
    }

    /// Without `.`, doubled slashes and every `x/..`; leading `..` stay.
    package static func normalised(_ path: String) -> String {
        if isNormalised(path) { return path }
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
        }
        let joined = parts.joined(separator: "/")
        if path.utf8.first == UInt8(ascii: "/") { return "/" + joined }
        return joined.isEmpty ? "." : joined
    }

    /// Whether nothing has to be done, as for most paths; false where that is not clear at once.
    private static func isNormalised(_ path: String) -> Bool {
        var isAfterSlash = path.utf8.first != UInt8(ascii: "/")
        for byte in path.utf8 {
            if isAfterSlash, byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/") { return false }
            isAfterSlash = byte == UInt8(ascii: "/")
        }
        return !isAfterSlash
    }

    /// Whether a normalised path lies in a normalised folder or is it.
    package static func isInside(_ path: String, _ folder: String) -> Bool {
        // `..` holds what lies here, and no more of what lies above than its own depth.
        let steps = stepsUp(folder)
        if folder == "." || steps * 3 == folder.utf8.count + 1 {
            return path.utf8.first != UInt8(ascii: "/") && stepsUp(path) <= steps
        }
        return path == folder || path.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
    }

    /// How many `..` a normalised path begins with.
    private static func stepsUp(_ path: String) -> Int {
        guard path.utf8.starts(with: "..".utf8) else { return 0 }
        return path.split(separator: "/").prefix { $0 == ".." }.count
    }

    /// How to write `path` in a link that stands in a file of `folder`; both normalised.
    package static func relative(_ path: String, from folder: String) -> String {
        let (target, base) = (path.split(separator: "/"), folder == "." ? [] : folder.split(separator: "/"))
        var shared = 0
        while shared < min(target.count - 1, base.count), target[shared] == base[shared] { shared += 1 }
        let steps = Array(repeating: "..", count: base.count - shared) + target[shared...].map(String.init)
        return steps.joined(separator: "/")
    }

    /// The path of something as seen from a folder that it lies in, `.` for the folder itself; nil where it lies elsewhere.
    ///
    /// - Parameter workingFolder: the absolute path of `.`, without which what lies in `..` cannot be told.
    package static func rest(of path: String, in folder: String, workingFolder: String = "") -> String? {
        let (path, folder) = (absolute(path, workingFolder), absolute(folder, workingFolder))
        guard isInside(path, folder), folder != "..", !folder.hasSuffix("/..") else { return nil }
        if path == folder { return "." }
        return folder == "." ? path : String(path.utf8.dropFirst(folder.utf8.count + (folder == "/" ? 0 : 1)))
    }

    private static func absolute(_ path: String, _ workingFolder: String) -> String {
        let isAbsolute = path.utf8.first == UInt8(ascii: "/")
        return normalised(isAbsolute || workingFolder.isEmpty ? path : "\(workingFolder)/\(path)")
    }
}
