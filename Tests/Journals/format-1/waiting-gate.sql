-- A person left the first step out, by `confirm --skip`; the second waits at its gate.
INSERT INTO runs VALUES ('2026-11-30-03cf', 2, 'waiting', 'Ask people', 'people.md', 'sb', 1, 1796017141653, 1796017142651);
INSERT INTO events VALUES ('2026-11-30-03cf', 1, 1, 1796017141653, 'run-started', '{"document":{"file":"people.md","modified":false,"path":"/tmp/demo/people.md","sha256":"1ea24eb39b78eda7b1c326c2ed29a80fbffd67e581a3c387c71bbf132f15f4ad"},"environment":{"disposable":true,"name":"sb","path":"/tmp/demo/sb.yaml","sandbox":true,"sha256":"f5bcafb5389ccefdbab8428ccaf373485986a708ea2f2583d8dbd89657d79efa"},"format":1,"host":"ops1","parameters":[],"steps":[{"effect":"read","id":"quiet","line":9,"number":"1","prose":"Ask the owner of the application for a quiet moment.","role":"manual","section":["Ask people"],"targets":[],"template":"","title":"Ask the owner of the application for a quiet moment"},{"effect":"write","id":"settings","line":13,"number":"2","prose":"Write the settings.","role":"run","section":["Ask people"],"targets":["search"],"template":"PUT /settings/_doc/1\n{ \"on\": true }\n","title":"Write the settings"},{"effect":"destroy","id":"delete_old","line":20,"number":"3","prose":"Delete the old index.","role":"run","section":["Ask people"],"targets":["search"],"template":"DELETE /settings","title":"Delete the old index"}],"targets":[{"address":"http://127.0.0.1:44251","identity":"XG4PcnEmULWGORu8H6Y1us","kind":"elasticsearch","name":"search","product":"Elasticsearch 7.0.0 (cluster `search`)","properties":{"host":"127.0.0.1","instance":"es-cn-search","name":"search","port":44251,"private_ip":"10.1.0.10","transport":"127.0.0.1:19300","url":"http://127.0.0.1:44251"}}],"title":"Ask people","tool":"0.1.0","user":"anna"}', '');
INSERT INTO events VALUES ('2026-11-30-03cf', 2, 1, 1796017141732, 'step-asked', '{"question":{"actions":[],"digest":"184ab2363636b86273cc719a1b2b94313c98f9349e76bd16d4a5d6770925ae37","kinds":["manual"],"text":"Ask the owner of the application for a quiet moment."},"step":"quiet"}', 'c9f1b68c8b6e22a1bac2897e5da63fc7616837a3aa1de487b9f14d3b945f8fc3');
INSERT INTO events VALUES ('2026-11-30-03cf', 3, 1, 1796017141739, 'run-finished', '{"state":"waiting"}', 'f925777a1f6e19a5717ef6793f2ad93670aab6e52e44b2fef058c018b059774b');
INSERT INTO events VALUES ('2026-11-30-03cf', 4, 2, 1796017142539, 'run-resumed', '{"host":"ops1","user":"anna"}', '25ba745c3fc535bf56cc26a5c214ccb48da6f6628cf6478d8eade2d90001a376');
INSERT INTO events VALUES ('2026-11-30-03cf', 5, 2, 1796017142564, 'step-answered', '{"answer":"skip","by":"anna","digest":"184ab2363636b86273cc719a1b2b94313c98f9349e76bd16d4a5d6770925ae37","reason":"nobody is there","step":"quiet","via":"confirm"}', '4a19e3d69995bef662b28a4d0d94ccc5de0ba06e3375af4145f01360d328042a');
INSERT INTO events VALUES ('2026-11-30-03cf', 6, 2, 1796017142568, 'step-asked', '{"question":{"actions":["search: PUT /settings/_doc/1"],"digest":"f4c713f43f4dd5b12bb4ad37d9c9591f400dd2ed131fd34bf0d986dc591ef56f","kinds":["confirm"],"text":"Write the settings?"},"step":"settings"}', 'c63114f127a21723938d4662bb99e1c4ede52cabf43279d0c9c84a78d8d79049');
INSERT INTO events VALUES ('2026-11-30-03cf', 7, 2, 1796017142650, 'run-finished', '{"state":"waiting"}', 'd246ed160ed48b8121218de6ddeb41c6c814ebddd0aad4514b5635943f927d75');
INSERT INTO blobs VALUES ('f5bcafb5389ccefdbab8428ccaf373485986a708ea2f2583d8dbd89657d79efa', CAST('# Written by `runbook sandbox`, and good as long as that process runs.
environment:
  version: 1
  description: sandbox
  disposable: true
  sandbox: http://127.0.0.1:33089/_sandbox/1bdef28fb6dc5336cd05fa5d911e4ca2

targets:
  search:
    kind: elasticsearch
    url: http://127.0.0.1:44251
    instance: es-cn-search
    transport: 127.0.0.1:19300
    private_ip: 10.1.0.10
  backup:
    kind: elasticsearch
    url: http://127.0.0.1:39599
    instance: es-cn-backup
    transport: 127.0.0.1:19301
    private_ip: 10.2.0.10
' AS BLOB));
INSERT INTO blobs VALUES ('1ea24eb39b78eda7b1c326c2ed29a80fbffd67e581a3c387c71bbf132f15f4ad', CAST('# Ask people

```yaml runbook
version: 1
targets:
  search: { kind: elasticsearch }
```

1. [ ] Ask the owner of the application for a quiet moment. <!-- runbook: id=quiet -->

2. Write the settings.

   ```console run id=settings again=yes confirm="Write the settings?"
   PUT /settings/_doc/1
   { "on": true }
   ```

3. Delete the old index.

   ```console run id=delete_old again=yes
   DELETE /settings
   ```
' AS BLOB));
INSERT INTO answers (run, step, digest, answer, by, at, taken) VALUES ('2026-11-30-03cf', 'quiet', '184ab2363636b86273cc719a1b2b94313c98f9349e76bd16d4a5d6770925ae37', '{"answer":"skip","reason":"nobody is there"}', 'anna', 1796017142081, 5);
