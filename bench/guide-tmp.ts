import { compileGuide, createEvaluator } from '@tongban/guide/author';
import { spouse } from './guide-spouse.ts';
import { rulesOf } from './guide-rules.ts';
import { peersOf } from './guide-engines.ts';
const g=compileGuide(spouse).guide; const ev=createEvaluator(g);
const rnd=(n)=>Math.floor(Math.random()*n);
const data=Array.from({length:200},()=>Object.fromEntries(spouse.facts.map(f=>[f.id, f.type==='choice'?f.options[rnd(f.options.length)]:f.type==='bool'?!!rnd(2):f.type==='number'?20+rnd(60):f.options.filter(()=>rnd(2))])));
function time(name,fn){let best=1e9;for(let r=0;r<6;r++){const c=process.cpuUsage();const N=500;for(let i=0;i<N;i++)for(const d of data)fn(d);const u=process.cpuUsage(c);best=Math.min(best,(u.user+u.system)/(N*data.length))}console.log(name,best.toFixed(3),'us');}
time('ev',ev);
const jle=peersOf(rulesOf(spouse).map(r=>r.rule),spouse.facts.map(f=>f.id))[0];
time('jle',jle.evaluate);
time('ev',ev);
