-- Two SIGTERM in a command.
INSERT INTO runs VALUES ('2026-11-30-d593', 1, 'waiting', 'Work on this machine', 'host.md', 'here', 0, 1796017160633, 1796017163424);
INSERT INTO events VALUES ('2026-11-30-d593', 1, 1, 1796017160633, 'run-started', '{"document":{"file":"host.md","modified":false,"path":"/tmp/demo/host.md","sha256":"9d61dcf555408e00f453356bdad654769332d529d7ed4ee0658a2f873b860c0d"},"environment":{"disposable":false,"name":"here","path":"/tmp/demo/here.yaml","sandbox":false,"sha256":"cf675cc9f4aa3283d79047387891024206aa906d22322366f282cb62c9357e88"},"format":1,"host":"ops1","parameters":[],"steps":[{"effect":"write","id":"say","line":11,"number":"1","prose":"Say something.","role":"run","section":["Work on this machine"],"targets":["here"],"template":"echo one\necho one\necho two >&2","title":"Say something"},{"effect":"write","id":"long","line":22,"number":"2","prose":"Work long.","role":"run","section":["Work on this machine"],"targets":["here"],"template":"echo begun\necho begun\nsleep 30","title":"Work long"}],"targets":[{"address":"this machine","kind":"host","name":"here","product":"shell commands","properties":{"name":"here"}}],"title":"Work on this machine","tool":"0.1.0","user":"anna"}', '');
INSERT INTO events VALUES ('2026-11-30-d593', 2, 1, 1796017160684, 'attempt-started', '{"attempt":1,"step":"say"}', '3b5bb0205683a5afab80692fb06670f88bcec22fadb3b468f5fa796c68873138');
INSERT INTO events VALUES ('2026-11-30-d593', 3, 1, 1796017160685, 'action-sent', '{"action":{"content":"echo one\necho two >&2","effect":"write","index":0,"target":"here","title":"echo one"},"step":"say"}', '94a5fddca236303a43af5008594e982740eec1105b1abe268c681becd8834f93');
INSERT INTO events VALUES ('2026-11-30-d593', 4, 1, 1796017160748, 'action-answered', '{"answer":{"length":8,"ms":31,"sha256":"c3f9c8c283a2b1f2f1896f27a01cbe3cddc0c9d93f752e4639035a0f5b36f6e8","status":0,"text":"one\ntwo\n"},"index":0,"step":"say","target":"here"}', 'ba69b0a1ddbe13e1c8e3296288eaede3b41a22ba2c4a2e04f19d8f5d3f9df56c');
INSERT INTO events VALUES ('2026-11-30-d593', 5, 1, 1796017160748, 'step-passed', '{"step":"say","values":{"captures":{}}}', '34fd1867da870b7b7d51b7c8e9dbaab102493c814cd6f54bec2d4f67822a15ee');
INSERT INTO events VALUES ('2026-11-30-d593', 6, 1, 1796017160748, 'attempt-started', '{"attempt":1,"step":"long"}', '8f469c7b2f321ea212b560064f323d4b8822525bd973d6c4b7b67058ad81465a');
INSERT INTO events VALUES ('2026-11-30-d593', 7, 1, 1796017160749, 'action-sent', '{"action":{"content":"echo begun\nsleep 30","effect":"write","index":0,"target":"here","title":"echo begun"},"step":"long"}', '0e9f8d7e76dc0f5019143151bdbdc9c3d76099b73eeada24d69063be10a495b7');
INSERT INTO events VALUES ('2026-11-30-d593', 8, 1, 1796017163357, 'attempt-lost', '{"doubtful":true,"reason":"it was stopped","step":"long"}', 'f526f5ff0013ec4e6d2a43a61f8ecd69d698f9c691edaf4336c8e655cfe8b5f8');
INSERT INTO events VALUES ('2026-11-30-d593', 9, 1, 1796017163416, 'run-finished', '{"signal":15,"state":"waiting"}', '7ee6081093382eb0a367fd6a82ff302974951401d17eee7f6f0e84ddb324e16b');
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
