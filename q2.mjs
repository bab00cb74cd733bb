import { openDatabase } from '/tmp/mine/apps/reporting/src/adapters/facts-file/database.ts';
import { figureSql } from '/tmp/mine/apps/reporting/src/metrics/figure-sql.ts';
import { toQuestion } from '/tmp/mine/apps/reporting/src/metrics/question.ts';
import { askedQuestions } from '/tmp/mine/tools/bench/src/questions.ts';
const inst=await openDatabase('/tmp/facts1m/facts.duckdb');const c=await inst.connect();
const t=async(name,sql,values={})=>{const ts=[];let n;for(let i=0;i<5;i++){const b=performance.now();const r=await c.runAndReadAll(sql,values);ts.push(performance.now()-b);n=JSON.stringify(r.getRowsJS(),(k,v)=>typeof v==='bigint'?String(v):v)}ts.sort((a,b)=>a-b);console.log(ts[0].toFixed(0),ts[2].toFixed(0),'ms',n.length,name);return n};
const variants={base:x=>x,
 mat:x=>x.replace('newest AS (','newest AS MATERIALIZED (').replace('participation AS (','participation AS MATERIALIZED (').replace('located AS (','located AS MATERIALIZED (').replace('crossing AS (','crossing AS MATERIALIZED ('),
 matp:x=>x.replace('participation AS (','participation AS MATERIALIZED ('),
 matl:x=>x.replace('participation AS (','participation AS MATERIALIZED (').replace('located AS (','located AS MATERIALIZED ('),
};
for(const [i,a] of askedQuestions.entries()){const q=toQuestion(a);const s=figureSql(q,{partitions:[1,2,3].map(id=>({id,next:1000000n}))});let first;for(const[v,f]of Object.entries(variants)){const r=await t(v+' '+JSON.stringify(a),f(s.text),{...s.values});first??=r;if(first!==r)console.log('DIFFERS')}}
const q=toQuestion(askedQuestions[8]);const s=figureSql(q,{partitions:[1,2,3].map(id=>({id,next:1000000n}))});
const r=await c.runAndReadAll('EXPLAIN ANALYZE '+variants.matl(s.text),{...s.values});console.log(r.getRows().map(x=>x[1]).join('\n').slice(0,14000));
