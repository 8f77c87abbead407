/// Who sent the requests of the recording with security, which does not keep their headers.
enum RecordedUsers {
    /// The header of a request.
    static func headers(_ number: Int) -> [(String, String)] {
        let text: String? =
            switch number {
            case 1...10: nil
            case 51...64: "plain:Zq7-Harbor-Lantern-42"
            case 65...73, 77, 84...88: "testuser:Zq7-Harbor-Lantern-42"
            default: "admin:admin"
            }
        return text.map { [("Authorization", TestCredentials.basic($0))] } ?? []
    }
}
