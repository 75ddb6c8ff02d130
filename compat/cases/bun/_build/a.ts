import { b } from "./b"; import "./style.css"; console.log(b, NAME); export const a: number = 1;
