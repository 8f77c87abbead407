import RunbookBodies
import Testing

@Suite struct LiteralSecretStatementTests {
    @Test(arguments: [
        ("create user app password 'abc'", "abc"),
        ("ALTER ROLE app WITH ENCRYPTED PASSWORD 'hunter2 x'", "hunter2 x"),
        ("create user app identified by 'abc'", "abc"),
        ("alter user app identified with mysql_native_password by 'abc'", "abc"),
        ("select * from dblink('host=h password=abc dbname=d', 'select 1') as t(a int)", "abc"),
        ("create subscription s connection 'host=h user=u password=abc' publication p", "abc"),
        ("create user mapping for u server s options (user 'a', password 'abc')", "abc"),
        ("update users set password = 'abc' where id = 1", "abc"),
        ("insert into config values ('{\"password\": \"abc\"}')", "abc"),
        ("do $$ begin execute 'alter role app password ''abc'''; end $$", "abc"),
        ("select dblink_connect('postgresql://u:abc@h/d')", "abc"),
        ("-- don't\ncreate user app password 'abc'", "abc"),
    ])
    func aSecretIsFound(_ text: String, _ secret: String) {
        let bytes = Array(text.utf8)
        let places = LiteralSecret.places(inStatements: bytes)
        #expect(places.map { String(decoding: bytes[$0], as: UTF8.self) } == [secret], "\(text)")
    }

    @Test(arguments: [
        "create user app password ${password}", "alter role app password null", "select password from users",
        "select 'password', 'name' from users", "alter role app valid until '2030-01-01'",
        "set password_encryption = on",
        "select column_name from columns where column_name = 'password'", "create user app password '***'",
        "create user app password '<password>'", "select count(*) from secrets where kind = 'a'", "password",
        "password '",
        "select password is null as \"is empty\" from users", "order by 'a'", "",
    ])
    func noSecretIsFound(_ text: String) {
        #expect(LiteralSecret.places(inStatements: Array(text.utf8)) == [], "\(text)")
    }
}
