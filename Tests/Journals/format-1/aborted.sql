-- A person said no at the gate.
INSERT INTO runs VALUES ('2026-11-30-d0b4', 3, 'aborted', 'Ask people', 'people.md', 'sb', 1, 1796017143202, 1796017144670);
INSERT INTO events VALUES ('2026-11-30-d0b4', 1, 1, 1796017143202, 'run-started', '{"document":{"file":"people.md","modified":false,"path":"/tmp/demo/people.md","sha256":"1ea24eb39b78eda7b1c326c2ed29a80fbffd67e581a3c387c71bbf132f15f4ad"},"environment":{"disposable":true,"name":"sb","path":"/tmp/demo/sb.yaml","sandbox":true,"sha256":"f5bcafb5389ccefdbab8428ccaf373485986a708ea2f2583d8dbd89657d79efa"},"format":1,"host":"ops1","parameters":[],"steps":[{"effect":"read","id":"quiet","line":9,"number":"1","prose":"Ask the owner of the application for a quiet moment.","role":"manual","section":["Ask people"],"targets":[],"template":"","title":"Ask the owner of the application for a quiet moment"},{"effect":"write","id":"settings","line":13,"number":"2","prose":"Write the settings.","role":"run","section":["Ask people"],"targets":["search"],"template":"PUT /settings/_doc/1\n{ \"on\": true }\n","title":"Write the settings"},{"effect":"destroy","id":"delete_old","line":20,"number":"3","prose":"Delete the old index.","role":"run","section":["Ask people"],"targets":["search"],"template":"DELETE /settings","title":"Delete the old index"}],"targets":[{"address":"http://127.0.0.1:44251","identity":"XG4PcnEmULWGORu8H6Y1us","kind":"elasticsearch","name":"search","product":"Elasticsearch 7.0.0 (cluster `search`)","properties":{"host":"127.0.0.1","instance":"es-cn-search","name":"search","port":44251,"private_ip":"10.1.0.10","transport":"127.0.0.1:19300","url":"http://127.0.0.1:44251"}}],"title":"Ask people","tool":"0.1.0","user":"anna"}', '');
INSERT INTO events VALUES ('2026-11-30-d0b4', 2, 1, 1796017143336, 'step-asked', '{"question":{"actions":[],"digest":"184ab2363636b86273cc719a1b2b94313c98f9349e76bd16d4a5d6770925ae37","kinds":["manual"],"text":"Ask the owner of the application for a quiet moment."},"step":"quiet"}', '56c2c6cd1b6ea8ed97b04f5aaa1cecc69bae36cf384cbe4a057583d29f32f40a');
INSERT INTO events VALUES ('2026-11-30-d0b4', 3, 1, 1796017143355, 'run-finished', '{"state":"waiting"}', '774dc5d97e6d7a6546d751b165c36aa1e35af77499eddf803e419c1f71800327');
INSERT INTO events VALUES ('2026-11-30-d0b4', 4, 2, 1796017144044, 'run-resumed', '{"host":"ops1","user":"anna"}', 'ed508f5d434f1c02b567d6d18d9b1837e738ddd84b328dbb0fcd2f0ad233c59b');
INSERT INTO events VALUES ('2026-11-30-d0b4', 5, 2, 1796017144052, 'step-answered', '{"answer":"go","by":"anna","digest":"184ab2363636b86273cc719a1b2b94313c98f9349e76bd16d4a5d6770925ae37","step":"quiet","via":"confirm"}', '365d82dbb4a87ac6c5c58480a8564a59542134bd3e2fad5079118a56b9ecf0dc');
INSERT INTO events VALUES ('2026-11-30-d0b4', 6, 2, 1796017144062, 'step-asked', '{"question":{"actions":["search: PUT /settings/_doc/1"],"digest":"f4c713f43f4dd5b12bb4ad37d9c9591f400dd2ed131fd34bf0d986dc591ef56f","kinds":["confirm"],"text":"Write the settings?"},"step":"settings"}', 'ca867cb00eacd4907af3808fbf8bbf800f828b7a1c7805fef4eeb0082d476f9a');
INSERT INTO events VALUES ('2026-11-30-d0b4', 7, 2, 1796017144068, 'run-finished', '{"state":"waiting"}', '0e26b0837cca95254c8718d69c08159c82d29d8f3b0e97ada1dea3e7ad7a97ea');
INSERT INTO events VALUES ('2026-11-30-d0b4', 8, 3, 1796017144664, 'run-resumed', '{"host":"ops1","user":"anna"}', '111d6c3e7ec6bb28d951ac4204e651d7efd0f609a608c44f3f7478c97195fe3f');
INSERT INTO events VALUES ('2026-11-30-d0b4', 9, 3, 1796017144668, 'step-answered', '{"answer":"abort","by":"anna","digest":"f4c713f43f4dd5b12bb4ad37d9c9591f400dd2ed131fd34bf0d986dc591ef56f","step":"settings","via":"confirm"}', '042377227ab8a91ae1b5a8dcbde1123b4223de62b4d2cdaa762b9fae051fdc96');
INSERT INTO events VALUES ('2026-11-30-d0b4', 10, 3, 1796017144669, 'run-finished', '{"state":"aborted"}', '5448a534dcd2d879b4ba0f725a34dde2f560f5e38b5bf1dc7c9e9c23fd72790a');
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
INSERT INTO answers (run, step, digest, answer, by, at, taken) VALUES ('2026-11-30-d0b4', 'quiet', '184ab2363636b86273cc719a1b2b94313c98f9349e76bd16d4a5d6770925ae37', '{"answer":"go"}', 'anna', 1796017143747, 5);
INSERT INTO answers (run, step, digest, answer, by, at, taken) VALUES ('2026-11-30-d0b4', 'settings', 'f4c713f43f4dd5b12bb4ad37d9c9591f400dd2ed131fd34bf0d986dc591ef56f', '{"answer":"abort"}', 'anna', 1796017144286, 9);
