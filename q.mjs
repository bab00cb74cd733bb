import { openDatabase } from '/tmp/mine/apps/reporting/src/adapters/facts-file/database.ts';
import { figureSql } from '/tmp/mine/apps/reporting/src/metrics/figure-sql.ts';
import { toQuestion } from '/tmp/mine/apps/reporting/src/metrics/question.ts';
import { askedQuestions } from '/tmp/mine/tools/bench/src/questions.ts';
const inst=await openDatabase('/tmp/facts1m/facts.duckdb');const c=await inst.connect();
const t=async(name,sql,values={})=>{const ts=[];let n;for(let i=0;i<5;i++){const b=performance.now();const r=await c.runAndReadAll(sql,values);ts.push(performance.now()-b);n=r.currentRowCount}ts.sort((a,b)=>a-b);console.log(ts[0].toFixed(0),ts[2].toFixed(0),'ms',n,name)};
const sight=`sight(partition,next) AS (VALUES (1::SMALLINT,1000000::BIGINT),(2::SMALLINT,1000000::BIGINT),(3::SMALLINT,1000000::BIGINT))`;
await t('newest',`WITH ${sight}, newest AS (SELECT aggregate, max(version) AS version, arg_max(kind, version) AS kind, year(arg_max(date, version))::INTEGER AS year
  FROM statements JOIN sight USING (partition) WHERE since < next GROUP BY aggregate) SELECT count(*), sum(version), sum(year) FROM newest`);
await t('newest no argmax',`WITH ${sight}, newest AS (SELECT aggregate, max(version) AS version FROM statements JOIN sight USING (partition) WHERE since < next GROUP BY aggregate) SELECT count(*), sum(version) FROM newest`);
await t('newest int',`SELECT count(*), sum(v) FROM (SELECT aggregate, max(version) AS v FROM statements GROUP BY aggregate)`);
await t('sides join',`WITH newest AS (SELECT aggregate, max(version) AS version FROM statements GROUP BY aggregate) SELECT count(*) FROM newest JOIN sides USING (aggregate, version)`);
for(const [i,a] of askedQuestions.entries()){const q=toQuestion(a);const s=figureSql(q,{partitions:[1,2,3].map(id=>({id,next:1000000n}))});await t(JSON.stringify(a),s.text,{...s.values})}
await c.run('CREATE OR REPLACE TEMP TABLE cur AS SELECT s.*, year(n.date)::INTEGER AS year, n.kind, n.partition, n.since FROM (SELECT aggregate, max(version) AS version FROM statements GROUP BY aggregate) JOIN statements n USING (aggregate, version) JOIN sides s USING (aggregate, version)');
await t('cur projects','SELECT count(DISTINCT aggregate) FROM cur');
await t('cur amount by region','SELECT region, sum(amount) FROM cur GROUP BY region');
await t('cur pairs by a,b','SELECT x.county, y.county, count(DISTINCT x.aggregate) FROM cur x JOIN cur y USING(aggregate) WHERE x.county<y.county GROUP BY ALL');
await t('cur pairs distinct first','WITH l AS (SELECT DISTINCT aggregate, county FROM cur) SELECT x.county a, y.county b, count(*) FROM l x JOIN l y USING(aggregate) WHERE x.county<y.county GROUP BY ALL');
await t('cur pairs list',`WITH l AS (SELECT list(DISTINCT county) r FROM cur GROUP BY aggregate) SELECT r, count(*) FROM l GROUP BY r`);
await t('cur flow',`SELECT l.county, x.county, sum(x.amount) FROM cur x JOIN (SELECT aggregate, county FROM cur WHERE role='lead') l USING (aggregate) WHERE x.county<>l.county GROUP BY ALL`);
