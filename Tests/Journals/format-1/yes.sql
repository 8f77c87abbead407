-- With `--yes` in a disposable environment.
INSERT INTO runs VALUES ('2026-11-30-b399', 1, 'passed', 'Ask people', 'people.md', 'sb', 1, 1796017145220, 1796017145254);
INSERT INTO events VALUES ('2026-11-30-b399', 1, 1, 1796017145220, 'run-started', '{"document":{"file":"people.md","modified":false,"path":"/tmp/demo/people.md","sha256":"1ea24eb39b78eda7b1c326c2ed29a80fbffd67e581a3c387c71bbf132f15f4ad"},"environment":{"disposable":true,"name":"sb","path":"/tmp/demo/sb.yaml","sandbox":true,"sha256":"f5bcafb5389ccefdbab8428ccaf373485986a708ea2f2583d8dbd89657d79efa"},"format":1,"host":"ops1","parameters":[],"steps":[{"effect":"read","id":"quiet","line":9,"number":"1","prose":"Ask the owner of the application for a quiet moment.","role":"manual","section":["Ask people"],"targets":[],"template":"","title":"Ask the owner of the application for a quiet moment"},{"effect":"write","id":"settings","line":13,"number":"2","prose":"Write the settings.","role":"run","section":["Ask people"],"targets":["search"],"template":"PUT /settings/_doc/1\n{ \"on\": true }\n","title":"Write the settings"},{"effect":"destroy","id":"delete_old","line":20,"number":"3","prose":"Delete the old index.","role":"run","section":["Ask people"],"targets":["search"],"template":"DELETE /settings","title":"Delete the old index"}],"targets":[{"address":"http://127.0.0.1:44251","identity":"XG4PcnEmULWGORu8H6Y1us","kind":"elasticsearch","name":"search","product":"Elasticsearch 7.0.0 (cluster `search`)","properties":{"host":"127.0.0.1","instance":"es-cn-search","name":"search","port":44251,"private_ip":"10.1.0.10","transport":"127.0.0.1:19300","url":"http://127.0.0.1:44251"}}],"title":"Ask people","tool":"0.1.0","user":"anna"}', '');
INSERT INTO events VALUES ('2026-11-30-b399', 2, 1, 1796017145221, 'step-skipped', '{"detail":"nobody is there to do it by hand","reason":"no-console","step":"quiet"}', '428392e1bc623fa4d202ad753d1fae5e9404b1a140da82f8dd0f401c623de7cc');
INSERT INTO events VALUES ('2026-11-30-b399', 3, 1, 1796017145222, 'step-asked', '{"question":{"actions":["search: PUT /settings/_doc/1"],"digest":"f4c713f43f4dd5b12bb4ad37d9c9591f400dd2ed131fd34bf0d986dc591ef56f","kinds":["confirm"],"text":"Write the settings?"},"step":"settings"}', '42331a5e32dbf43c1883e6fe12f99e335b65cf6d2d9d9dafe6cb2a053efab554');
INSERT INTO events VALUES ('2026-11-30-b399', 4, 1, 1796017145228, 'step-answered', '{"answer":"go","by":"anna","digest":"f4c713f43f4dd5b12bb4ad37d9c9591f400dd2ed131fd34bf0d986dc591ef56f","step":"settings","via":"--yes"}', 'ca3789ca0c59e6c023f1fd6884263169de2fe131510cb99999b54ecbf1c3b0f9');
INSERT INTO events VALUES ('2026-11-30-b399', 5, 1, 1796017145236, 'attempt-started', '{"attempt":1,"step":"settings"}', '77250d051d33b23a25f6f030df0f335d17b33cd22ae4b3e6e13e2de225a28f6b');
INSERT INTO events VALUES ('2026-11-30-b399', 6, 1, 1796017145236, 'action-sent', '{"action":{"content":"{ \"on\": true }\n","effect":"write","index":0,"target":"search","title":"PUT /settings/_doc/1"},"step":"settings"}', '03e0b3568690ef7628aad2625f83c99f20533ad01359359846832977c2729044');
INSERT INTO events VALUES ('2026-11-30-b399', 7, 1, 1796017145243, 'action-answered', '{"answer":{"length":156,"ms":1,"sha256":"063fbb66b53e0abefc853d70684f4f1e44c4b5a8179bde65a08d7cd52366700b","status":201,"text":"{\"_index\":\"settings\",\"_type\":\"_doc\",\"_id\":\"1\",\"_version\":1,\"result\":\"created\",\"_shards\":{\"total\":2,\"successful\":1,\"failed\":0},\"_seq_no\":0,\"_primary_term\":1}"},"index":0,"step":"settings","target":"search"}', '787672344f8b6ccc006399f27450eff02b6a12c46a2f073345dd13b93b1a5526');
INSERT INTO events VALUES ('2026-11-30-b399', 8, 1, 1796017145243, 'step-passed', '{"step":"settings","values":{"captures":{}}}', 'fae50d8f6e1c72f71aaf4f5f43b0f780481818f3750e8983a4b53f278d3ae1a1');
INSERT INTO events VALUES ('2026-11-30-b399', 9, 1, 1796017145243, 'step-asked', '{"question":{"actions":["search: DELETE /settings"],"digest":"06cc375a2187a904990fafe8faf54661567ccb9cf76ad46ce6183379444fb60f","kinds":["destroy"],"text":"Delete the old index","typed":"search"},"step":"delete_old"}', '15a25449ba03527a5f72dd506f07970b4f5e8ba593e403c3ad39adc3384d13f1');
INSERT INTO events VALUES ('2026-11-30-b399', 10, 1, 1796017145248, 'step-answered', '{"answer":"go","by":"anna","digest":"06cc375a2187a904990fafe8faf54661567ccb9cf76ad46ce6183379444fb60f","step":"delete_old","via":"--yes"}', '6111ba4254b3dab860930a051e1d097127df1583c51915c0571eee553eedf569');
INSERT INTO events VALUES ('2026-11-30-b399', 11, 1, 1796017145248, 'attempt-started', '{"attempt":1,"step":"delete_old"}', '0b90277011230a1691cf215ca6243c1e3acec410e360ce022535443e8b267429');
INSERT INTO events VALUES ('2026-11-30-b399', 12, 1, 1796017145248, 'action-sent', '{"action":{"content":"","effect":"destroy","index":0,"target":"search","title":"DELETE /settings"},"step":"delete_old"}', '0f2a1f0b2aaf39b4304b18145085827fc328cf7acf2a9610875dea28caeb78d0');
INSERT INTO events VALUES ('2026-11-30-b399', 13, 1, 1796017145253, 'action-answered', '{"answer":{"length":21,"ms":1,"sha256":"d06de181e00f95b13dba28fafee631cbb8e0a3cc44387a783b766df3bf0feb5e","status":200,"text":"{\"acknowledged\":true}"},"index":0,"step":"delete_old","target":"search"}', 'b9fd4b59b8a484acd082bd9963787f41a511bfffe364260a870313dfea92e838');
INSERT INTO events VALUES ('2026-11-30-b399', 14, 1, 1796017145253, 'step-passed', '{"step":"delete_old","values":{"captures":{}}}', '0a45d30065b92ae61d429ae419d6c3a30ce2a6a92f45b9c65bb1953a72fd3fde');
INSERT INTO events VALUES ('2026-11-30-b399', 15, 1, 1796017145253, 'run-finished', '{"state":"passed"}', '566ddc8ad4855cd4be3cb65277ea80af88e338f1b26bbef8850eaa4ed4147c58');
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
