-- The process was killed in a command.
INSERT INTO runs VALUES ('2026-11-30-7f7c', 1, 'running', 'Work on this machine', 'host.md', 'here', 0, 1796017158286, 1796017158557);
INSERT INTO events VALUES ('2026-11-30-7f7c', 1, 1, 1796017158286, 'run-started', '{"document":{"file":"host.md","modified":false,"path":"/tmp/demo/host.md","sha256":"9d61dcf555408e00f453356bdad654769332d529d7ed4ee0658a2f873b860c0d"},"environment":{"disposable":false,"name":"here","path":"/tmp/demo/here.yaml","sandbox":false,"sha256":"cf675cc9f4aa3283d79047387891024206aa906d22322366f282cb62c9357e88"},"format":1,"host":"ops1","parameters":[],"steps":[{"effect":"write","id":"say","line":11,"number":"1","prose":"Say something.","role":"run","section":["Work on this machine"],"targets":["here"],"template":"echo one\necho one\necho two >&2","title":"Say something"},{"effect":"write","id":"long","line":22,"number":"2","prose":"Work long.","role":"run","section":["Work on this machine"],"targets":["here"],"template":"echo begun\necho begun\nsleep 30","title":"Work long"}],"targets":[{"address":"this machine","kind":"host","name":"here","product":"shell commands","properties":{"name":"here"}}],"title":"Work on this machine","tool":"0.1.0","user":"anna"}', '');
INSERT INTO events VALUES ('2026-11-30-7f7c', 2, 1, 1796017158412, 'attempt-started', '{"attempt":1,"step":"say"}', '100f0a704512cec5c39770c6776c8bca68056373ea1ec42f222b5603203e8077');
INSERT INTO events VALUES ('2026-11-30-7f7c', 3, 1, 1796017158436, 'action-sent', '{"action":{"content":"echo one\necho two >&2","effect":"write","index":0,"target":"here","title":"echo one"},"step":"say"}', '1551513d71129965fa55ee3c2d24ea850e4738957d721593a75bf628be21f595');
INSERT INTO events VALUES ('2026-11-30-7f7c', 4, 1, 1796017158544, 'action-answered', '{"answer":{"length":8,"ms":32,"sha256":"c3f9c8c283a2b1f2f1896f27a01cbe3cddc0c9d93f752e4639035a0f5b36f6e8","status":0,"text":"one\ntwo\n"},"index":0,"step":"say","target":"here"}', 'fbdd1febf55e2df4299579c0b5d7f5f1d0f38ef6bbc1dbf70ef189ba539f8957');
INSERT INTO events VALUES ('2026-11-30-7f7c', 5, 1, 1796017158556, 'step-passed', '{"step":"say","values":{"captures":{}}}', '3713711631ba3fa1b318178ea6e881f498056e7ced5dad388ca0506cb0d2d0e7');
INSERT INTO events VALUES ('2026-11-30-7f7c', 6, 1, 1796017158556, 'attempt-started', '{"attempt":1,"step":"long"}', '61510719447b8eb5a70217e247c7eaaf4567d99e74fd0ebf0081ee4ea25d75e3');
INSERT INTO events VALUES ('2026-11-30-7f7c', 7, 1, 1796017158557, 'action-sent', '{"action":{"content":"echo begun\nsleep 30","effect":"write","index":0,"target":"here","title":"echo begun"},"step":"long"}', '2b45ea6a203c5d16aa7b8f0fd411ce156fa3b33a9d1e558c184f7f5ce0b375d8');
INSERT INTO blobs VALUES ('9d61dcf555408e00f453356bdad654769332d529d7ed4ee0658a2f873b860c0d', CAST('# Work on this machine

```yaml runbook
version: 1
targets:
  here: { kind: host }
```

1. Say something.

   ```sh run id=say again=yes
   echo one
   echo two >&2
   ```

   ```text expect
   one
   ```

2. Work long.

   ```sh run id=long again=yes timeout=1m
   echo begun
   sleep 30
   ```
' AS BLOB));
INSERT INTO blobs VALUES ('cf675cc9f4aa3283d79047387891024206aa906d22322366f282cb62c9357e88', CAST('environment: { version: 1 }
targets:
  here: { kind: host, local: true, allow: [shell] }
' AS BLOB));
