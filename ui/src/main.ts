import { mount } from "svelte";
import "$kit/tokens.css";
import App from "$pages/App.svelte";

const target = document.getElementById("app");
if (target) mount(App, { target });
