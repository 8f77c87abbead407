import Files

/// The git repository that a document lies in, as far as its files tell.
///
/// Whoever wrote the document may have written the repository, and git itself does what a repository says: it starts
/// the programs of its configuration, its hooks and filters. So git is not asked here; a few small files are read.
struct GitRepository {
    /// The real path of the working tree.
    let root: String
    /// Where `HEAD` is: `.git`, or the folder that a file `.git` names (gitrepository-layout(5)).
    private let folder: String
    /// What worktrees share: references and objects.
    private let common: String

    private static let longestFile = 4096
    private static let longestList = 16 << 20
    private static let mostReferences = 5

    /// Finds the repository of a file by its real path; nil when it is in none.
    init?(of path: String) {
        let above = path.split(separator: "/").dropLast().map { "/" + $0 }.joined()
        guard let root = Checkout.root(above: above.isEmpty ? "/" : above) else { return nil }
        self.root = root
        let place = root + "/.git"
        if let text = GitRepository.text(place) {
            folder = text.hasPrefix("gitdir: ") ? GitRepository.join(root, String(text.dropFirst(8))) : place
        } else {
            folder = place
        }
        common = GitRepository.text(folder + "/commondir").map { [folder] in GitRepository.join(folder, $0) } ?? folder
    }

    /// The commit that is checked out; nil when there is none yet, or it is kept in a way that is not known here.
    var head: String? {
        var name = "HEAD"
        for _ in 0..<GitRepository.mostReferences {
            guard let text = GitRepository.text("\(folder)/\(name)") ?? GitRepository.text("\(common)/\(name)") else {
                return packed(name)
            }
            if GitRepository.isObjectName(text) { return text }
            guard text.hasPrefix("ref: ") else { return nil }
            name = String(text.dropFirst(5))
            guard name.hasPrefix("refs/"), !name.split(separator: "/").contains("..") else { return nil }
        }
        return nil
    }

    /// The folder of the objects; nil when others are named in it, which may be anywhere.
    var objects: String? {
        let folder = common + "/objects"
        let isAlone = ["alternates", "http-alternates"].allSatisfy { name in
            do throws(FileFailure) {
                _ = try FileReader("\(folder)/info/\(name)", .own)
                return false
            } catch {
                return error.isMissing
            }
        }
        return isAlone ? folder : nil
    }

    private func packed(_ name: String) -> String? {
        guard let bytes = try? FileReader.read(common + "/packed-refs", .own, limit: GitRepository.longestList) else {
            return nil
        }
        let end = Array(" \(name)".utf8)
        let line = bytes.split(separator: 0x0A).first {
            $0.count > end.count && $0.suffix(end.count).elementsEqual(end)
        }
        let object = line.map { String(decoding: $0.dropLast(end.count), as: UTF8.self) }
        return object.flatMap { GitRepository.isObjectName($0) ? $0 : nil }
    }

    private static func isObjectName(_ text: String) -> Bool {
        [40, 64].contains(text.utf8.count)
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }

    /// A short file without the blanks at its end; nil when there is none.
    private static func text(_ file: String) -> String? {
        guard let bytes = try? FileReader.read(file, .own, limit: longestFile) else { return nil }
        let content = bytes.reversed().drop { $0 == 0x0A || $0 == 0x0D || $0 == 0x20 }.reversed()
        return String(validating: content, as: UTF8.self)
    }

    private static func join(_ folder: String, _ path: String) -> String {
        path.hasPrefix("/") ? path : "\(folder)/\(path)"
    }
}
