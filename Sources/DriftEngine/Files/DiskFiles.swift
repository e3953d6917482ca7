#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The file system.
package struct DiskFiles: Files {
    private let system: SystemCalls

    /// - Parameter system: how the system is asked, for tests in which it fails.
    package init(system: SystemCalls = SystemCalls()) {
        self.system = system
    }

    package func read(_ path: String) throws(FileError) -> [UInt8] {
        // Nothing is waited for: what is no file, such as a pipe that nobody writes to, is turned away below.
        let descriptor = system.open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else { throw lastError(path) }
        defer { _ = system.close(descriptor) }
        for _ in 0..<3 {
            if let bytes = try version(descriptor, path) { return bytes }
        }
        throw FileError(path: path, reason: "changes while it is read")
    }

    /// All that the file holds; nil where it was written to meanwhile, which would give the head of one version and the
    /// tail of another.
    private func version(_ descriptor: Int32, _ path: String) throws(FileError) -> [UInt8]? {
        let before = try status(descriptor, path)
        guard before.st_mode & S_IFMT == S_IFREG else { throw FileError(path: path, reason: "not a file") }
        guard before.st_size < Int(UInt32.max) else {
            throw FileError(path: path, reason: "larger than 4 GiB, which no document is")
        }
        guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw lastError(path) }
        let bytes = try read(descriptor, path, expected: Int(before.st_size))
        let after = try status(descriptor, path)
        return bytes.count == Int(after.st_size) && before.isSameVersion(as: after) ? bytes : nil
    }

    private func status(_ descriptor: Int32, _ path: String) throws(FileError) -> stat {
        var status = stat()
        guard system.fstat(descriptor, &status) == 0 else { throw lastError(path) }
        return status
    }

    /// One byte more than expected is asked for, so that the end of the file shows in the first call.
    private func read(_ descriptor: Int32, _ path: String, expected: Int) throws(FileError) -> [UInt8] {
        var count = 0
        var failed = false
        let bytes = [UInt8](unsafeUninitializedCapacity: expected + 1) { buffer, initialized in
            while count < buffer.count {
                let rest = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
                let got = system.read(descriptor, rest)
                failed = got < 0
                if got <= 0 { break }
                count += got
            }
            initialized = count
        }
        if failed { throw lastError(path) }
        return bytes
    }

    package func kind(of path: String) -> FileKind? { try? examine(path) }

    package func examine(_ path: String, followingLinks: Bool) throws(FileError) -> FileKind? {
        var status = stat()
        let result = followingLinks ? system.stat(path, &status) : system.lstat(path, &status)
        guard result == 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw lastError(path)
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .folder
        default: return .other
        }
    }

    package func isLink(_ path: String) -> Bool {
        var status = stat()
        return system.lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }

    package func names(in folder: String) throws(FileError) -> [String] {
        guard let names = system.names(in: folder) else { throw lastError(folder) }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    package func write(_ bytes: [UInt8], to path: String) throws(FileError) {
        try FileWriter(path: path, system: system).write(bytes)
    }

    package func replace(_ path: String, holding old: [UInt8], with new: [UInt8]) throws(FileError) {
        try FileWriter(path: path, system: system).replace(old, with: new)
    }

    /// Writes at the end of a file, which is made where there is none.
    package func append(_ bytes: [UInt8], to path: String) throws(FileError) {
        try FileWriter(path: path, system: system).append(bytes)
    }

    private func lastError(_ path: String) -> FileError { .last(path) }
}

extension FileError {
    /// What the system last said.
    static func last(_ path: String) -> FileError {
        FileError(path: path, reason: String(cString: strerror(errno)).lowercased())
    }
}

extension stat {
    /// Whether nothing was written between two looks at one file, as far as its clock tells.
    fileprivate func isSameVersion(as other: stat) -> Bool {
        #if canImport(Darwin)
            let (own, its) = (st_mtimespec, other.st_mtimespec)
        #else
            let (own, its) = (st_mtim, other.st_mtim)
        #endif
        return st_size == other.st_size && own.tv_sec == its.tv_sec && own.tv_nsec == its.tv_nsec
    }
}
