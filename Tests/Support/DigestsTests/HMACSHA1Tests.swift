import Digests
import Testing

struct HMACSHA1Tests {
    /// RFC 2202, test cases 1, 2 and 6 (a key longer than a block).
    @Test(arguments: [
        ([UInt8](repeating: 0x0b, count: 20), "Hi There", "b617318655057264e28bc0b6fb378c8ef146be00"),
        (Array("Jefe".utf8), "what do ya want for nothing?", "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"),
        (
            [UInt8](repeating: 0xaa, count: 80), "Test Using Larger Than Block-Size Key - Hash Key First",
            "aa4ae5e15272d00e95705637ce8a3b55ed402112"
        ),
    ])
    func knowsTheVectors(key: [UInt8], message: String, hex: String) {
        #expect(hexadecimal(HMACSHA1.code(for: message.utf8, key: key)) == hex)
    }
}
