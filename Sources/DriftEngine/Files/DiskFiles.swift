#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The file system.
package struct DiskFiles: Files {
    package init() {}

    package func read(_ path: String) throws(FileError) -> [UInt8] {
        // Nothing is waited for: what is no file, such as a pipe that nobody writes to, is turned away below.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else { throw lastError(path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw lastError(path) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw FileError(path: path, reason: "not a file") }
        guard status.st_size < Int(UInt32.max) else {
            throw FileError(path: path, reason: "larger than 4 GiB, which no document is")
        }
        return try read(descriptor, path, expected: Int(status.st_size))
    }

    /// One byte more than expected is asked for, so that the end of the file shows in the first call.
    private func read(_ descriptor: Int32, _ path: String, expected: Int) throws(FileError) -> [UInt8] {
        var count = 0
        var failed = false
        var bytes = [UInt8](unsafeUninitializedCapacity: expected + 1) { buffer, initialized in
            while count < buffer.count {
                let got = systemRead(
                    descriptor, UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
                )
                if got < 0, errno == EINTR { continue }
                failed = got < 0
                if got <= 0 { break }
                count += got
            }
            initialized = count
        }
        if failed { throw lastError(path) }
        if bytes.count > expected { bytes.removeLast(bytes.count - expected) }
        return bytes
    }

    package func kind(of path: String) -> FileKind? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .folder
        default: return .other
        }
    }

    package func isLink(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }

    package func names(in folder: String) throws(FileError) -> [String] {
        guard let stream = opendir(folder) else { throw lastError(folder) }
        defer { closedir(stream) }
        var names: [String] = []
        errno = 0
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != "." && name != ".." { names.append(name) }
            errno = 0
        }
        if errno != 0 { throw lastError(folder) }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    package func write(_ bytes: [UInt8], to path: String) throws(FileError) {
        try FileWriter(path: path).write(bytes)
    }

    package func replace(_ path: String, holding old: [UInt8], with new: [UInt8]) throws(FileError) {
        try FileWriter(path: path).replace(old, with: new)
    }

    /// Writes at the end of a file, which is made where there is none.
    package func append(_ bytes: [UInt8], to path: String) throws(FileError) {
        try FileWriter(path: path).append(bytes)
    }

    private func lastError(_ path: String) -> FileError {
        FileError(path: path, reason: String(cString: strerror(errno)).lowercased())
    }
}

/// The platform's function, which the method of the same name hides.
private func systemRead(_ descriptor: Int32, _ bytes: UnsafeMutableRawBufferPointer) -> Int {
    read(descriptor, bytes.baseAddress, bytes.count)
}
