#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Processors of the machine.
enum Processors {
    /// How many are online; at least 1.
    static var count: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}

/// Variables of the environment that change what is printed.
enum Environment {
    static var variables: [String: String] {
        var variables: [String: String] = [:]
        let names = [
            "NO_COLOR", "TERM", "COLUMNS", "CI", "GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "LC_ALL", "LC_CTYPE", "LANG",
        ]
        for name in names {
            if let value = getenv(name) { variables[name] = String(cString: value) }
        }
        return variables
    }

    /// Whether terminals show UTF-8, which they do unless the locale says otherwise.
    static var isUTF8: Bool { Charset.isUTF8(variables) }

    /// Columns that the user wants, whatever the terminal has.
    static var columns: Int? { variables["COLUMNS"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } }
}

/// How a locale says that characters are written.
package enum Charset {
    /// False for a locale with another encoding, such as `C`; a locale that is not set says nothing, as in containers.
    package static func isUTF8(_ environment: [String: String]) -> Bool {
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty }
        guard let locale = locale?.lowercased() else { return true }
        return ["utf-8", "utf8"].contains { locale.contains($0) }
    }
}

/// Where the program was started.
enum WorkingFolder {
    /// The absolute path; empty where the system does not tell it.
    static var path: String {
        guard let path = getcwd(nil, 0) else { return "" }
        defer { free(path) }
        return String(cString: path)
    }
}
